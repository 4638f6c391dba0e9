// Where pictures that were seen are kept on this device, for when there is no network.

/** The name of the cache; it outlives versions of the app. The service worker has it too: it is one file, and shares none. */
export const IMAGES_SEEN = "images-seen";
