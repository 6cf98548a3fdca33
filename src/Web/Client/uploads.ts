// The pages with an upload form, and with lines that follow the work.
import { uploadOn } from "./upload/form";

const pause = 1000;

uploadOn(document);

// The lines come from the server, so that they are right after a reload, in a second window, and without script.
async function refresh(): Promise<void> {
  const shown = document.querySelector("[data-lines]");
  if (shown === null || shown.querySelector("[data-pending]") === null) {
    return;
  }
  try {
    const reply = await fetch(location.href, { headers: { Accept: "text/html" } });
    const fresh = new DOMParser().parseFromString(await reply.text(), "text/html").querySelector("[data-lines]");
    if (reply.ok && fresh !== null && fresh.innerHTML !== shown.innerHTML && !shown.contains(document.activeElement)) {
      shown.replaceWith(fresh);
    }
  } catch {
    // The next look may reach the server again.
  }
  window.setTimeout(() => void refresh(), pause);
}

window.setTimeout(() => void refresh(), pause);
