// Files dropped on any page: its own form takes them, or the upload page opens with them listed.
import { filesOf } from "./upload/dropped";
import { uploadOn } from "./upload/form";

/** Lets files be dropped anywhere on a page of a signed-in runner. */
export function acceptDrops(): void {
  const veil = document.querySelector<HTMLElement>(".drop-veil");
  if (veil === null) {
    return;
  }
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragenter", (event) => {
    if (hasFiles(event)) {
      veil.hidden = false;
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      veil.hidden = true;
    }
  });
  document.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
    }
  });
  document.addEventListener("drop", (event) => {
    if (event.dataTransfer === null || !hasFiles(event)) {
      return;
    }
    event.preventDefault();
    veil.hidden = true;
    void take(filesOf(event.dataTransfer));
  });
}

async function take(dropped: Promise<File[]>): Promise<void> {
  const files = await dropped;
  const here = uploadOn(document);
  if (here?.takes(files) === true) {
    here.pick(files);
  } else if (files.length > 0) {
    await openUploads();
    uploadOn(document)?.pick(files);
  }
}

// A browser that goes to another page forgets the files: the page's content comes here instead.
async function openUploads(): Promise<void> {
  const reply = await fetch("/uploads", { headers: { Accept: "text/html" } }).catch(() => null);
  const page = reply?.ok === true && !reply.redirected ? new DOMParser().parseFromString(await reply.text(), "text/html") : null;
  const [shown, fresh] = [document.querySelector("main"), page?.querySelector("main")];
  if (page === null || shown === null || fresh === null || fresh === undefined) {
    location.assign("/uploads");
    return;
  }
  shown.replaceWith(fresh);
  document.title = page.title;
  for (const link of document.querySelectorAll("header a")) {
    const same = page.querySelector(`header a[href="${link.getAttribute("href") ?? ""}"]`);
    link.toggleAttribute("aria-current", false);
    if (same?.hasAttribute("aria-current") === true) {
      link.setAttribute("aria-current", "page");
    }
  }
  history.pushState(null, "", "/uploads");
  window.addEventListener("popstate", () => {
    location.reload();
  });
  fresh.focus();
}
