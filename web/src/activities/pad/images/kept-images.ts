// Pictures that wait on this device until the server has them.
import { keptHere } from "../../../sync/kept-here";
import { WAITING_HERE } from "./waiting";

/** A picture on its way. */
export type KeptImage = { id: string; document: string; name: string; blob: Blob };

/** Pictures of all pads that wait on one device. */
const KEPT_MAX = 100;
const DATABASE = "atelier-images";
const STORE = "images";

/** Keeps one. Where a browser keeps nothing it is sent all the same, as long as the page is open. */
export async function keepImage(image: KeptImage): Promise<void> {
  await quietly(async (store) => {
    if ((await answer(store.count())) < KEPT_MAX) await answer(store.put(image));
  });
  keptHere(WAITING_HERE, (kept) => kept).save(true);
}

/** Those of a pad. They no longer hang on what is kept: Firefox cannot show one any more once it is forgotten there. */
export async function keptImages(document: string): Promise<KeptImage[]> {
  const all = await quietly((store) => answer(store.getAll() as IDBRequest<KeptImage[]>));
  return Promise.all((all ?? []).filter((image) => image.document === document).map(copied));
}

async function copied(image: KeptImage): Promise<KeptImage> {
  const { type } = image.blob;
  return { ...image, blob: new Blob([await image.blob.arrayBuffer()], { type }) };
}

export async function forgetImage(id: string): Promise<void> {
  const left = await quietly(async (store) => {
    await answer(store.delete(id));
    return answer(store.count());
  });
  if (left === 0) keptHere(WAITING_HERE, (kept) => kept).forget();
}

async function quietly<R>(act: (store: IDBObjectStore) => Promise<R>): Promise<R | null> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: "id" });
    const database = await answer(opening);
    try {
      return await act(database.transaction(STORE, "readwrite").objectStore(STORE));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

function answer<R>(request: IDBRequest<R>): Promise<R> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error("the browser kept nothing"));
    };
  });
}
