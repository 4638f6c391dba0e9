// The word under which it is kept on this device that pictures wait for the network.

export const WAITING_HERE = "atelier-images-waiting";
