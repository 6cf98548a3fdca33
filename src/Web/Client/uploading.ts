// Sending files: dropped on any page, or picked on the upload page.

interface Receipt {
  batch: string;
  files: { id: string | null; reason: string | null }[];
}

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
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) {
      veil.hidden = true;
      return;
    }
    void sendAndShow(files, (text) => {
      veil.textContent = text;
    }).catch((fault: unknown) => {
      veil.textContent = fault instanceof Error ? fault.message : String(fault);
      window.setTimeout(() => {
        veil.hidden = true;
      }, 6000);
    });
  });
}

/** Sends files in one batch and opens the page that shows a line for each. */
export async function sendAndShow(files: File[], say: (text: string) => void, signal?: AbortSignal): Promise<void> {
  const receipt = await send(files, say, signal);
  location.assign(receipt.files.some((file) => file.id !== null) ? `/uploads?batch=${encodeURIComponent(receipt.batch)}` : "/uploads");
}

function send(files: File[], say: (text: string) => void, signal?: AbortSignal): Promise<Receipt> {
  const body = new FormData();
  for (const file of files) {
    body.append("files", file, file.name);
  }
  const words = document.querySelector<HTMLElement>(".drop-veil")?.dataset ?? {};
  // fetch tells nothing of a request's progress; this does.
  const request = new XMLHttpRequest();
  request.open("POST", "/uploads");
  request.responseType = "json";
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("RequestVerificationToken", document.body.dataset["antiforgery"] ?? "");
  return new Promise((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      const share = event.lengthComputable ? Math.floor((100 * event.loaded) / event.total) : 0;
      say((share < 100 ? words["sending"] : words["sent"])?.replace("{share}", `${share} %`) ?? "");
    });
    request.addEventListener("load", () => {
      if (request.status === 202) {
        resolve(request.response as Receipt);
      } else {
        const reply = request.response as { detail?: string; files?: { reason: string | null }[] } | null;
        reject(new Error(reply?.detail ?? reply?.files?.[0]?.reason ?? words["refused"]?.replace("{status}", String(request.status)) ?? ""));
      }
    });
    request.addEventListener("error", () => {
      reject(new Error(words["unreachable"] ?? ""));
    });
    request.addEventListener("abort", () => {
      reject(new Error(words["cancelled"] ?? ""));
    });
    signal?.addEventListener("abort", () => {
      request.abort();
    });
    say(words["sending"]?.replace("{share}", "0 %") ?? "");
    request.send(body);
  });
}
