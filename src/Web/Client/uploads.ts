// The upload page: sends picked files with progress and cancel, and refreshes the lines of files that still wait.
import { sendAndShow } from "./uploading";

const pause = 1000;
const form = document.querySelector<HTMLFormElement>("form[data-upload]");
const picker = form?.querySelector<HTMLInputElement>("input[type=file]") ?? null;
const status = document.querySelector<HTMLElement>("[data-upload-status]");
const cancel = document.querySelector<HTMLButtonElement>("[data-upload-cancel]");

if (form !== null && picker !== null && status !== null && cancel !== null) {
  const sendPicked = (): void => {
    const files = [...(picker.files ?? [])];
    if (files.length === 0) {
      return;
    }
    const abort = new AbortController();
    cancel.hidden = false;
    cancel.onclick = () => {
      abort.abort();
    };
    sendAndShow(files, (text) => (status.textContent = text), abort.signal).catch((fault: unknown) => {
      cancel.hidden = true;
      form.reset();
      status.textContent = fault instanceof Error ? fault.message : String(fault);
    });
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendPicked();
  });
  picker.addEventListener("change", sendPicked);
}

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
