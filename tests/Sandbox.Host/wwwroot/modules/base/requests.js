// Every request of this page, and of what runs in it, goes to the Web API as the user whom the reader acts as.

const caller = "MSCRMCallerID";

/** Sends what is fetched from the Web API as that user, and calls `listener` with method and address after every write that got through. */
export function actAs(userId, listener) {
  const original = window.fetch;
  window.fetch = async (resource, options) => {
    const request = new Request(resource, options);
    const address = new URL(request.url);
    if (address.origin !== location.origin || !address.pathname.startsWith("/api/data/")) return original(request);

    request.headers.set(caller, userId);
    const response = await original(request);
    if (request.method !== "GET" && response.ok) listener(request.method, address);
    return response;
  };
}
