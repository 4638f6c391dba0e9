// The sentences about a network that lets too little through, in English.
import type { networkFr } from "./network.fr";

export const networkEn: typeof networkFr = {
  polling:
    "This network blocks the direct connection: changes go another way, a little more slowly.",
  blocked:
    "This network blocks what goes to and from the server: for now nothing leaves here, and nothing arrives.",
  ask: "Whoever is in charge of this network (school, town hall, company) can mend it. Ask them to let the connection below through: pages try it again every two hours.",
  otherNetwork: "Until then, try another network: that of a phone, for instance.",
  address: "To be let through",
  copy: "Copy",
};
