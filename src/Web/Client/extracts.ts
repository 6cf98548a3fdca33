// The owner's page of maps: sends an extract with progress and cancel. Without script the form does the same, silently.
export {};

const form = document.querySelector<HTMLFormElement>("form[data-extract]");
const picker = form?.querySelector<HTMLInputElement>("input[type=file]") ?? null;
const status = form?.querySelector<HTMLElement>("[data-extract-status]") ?? null;
const bar = form?.querySelector<HTMLProgressElement>("[data-extract-progress]") ?? null;
const cancel = form?.querySelector<HTMLButtonElement>("[data-extract-cancel]") ?? null;

if (form !== null && picker !== null && status !== null && bar !== null && cancel !== null) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = picker.files?.[0];
    if (file !== undefined) {
      void send(file, form, status, bar, cancel);
    }
  });
}

async function send(file: File, form: HTMLElement, say: HTMLElement, bar: HTMLProgressElement, cancel: HTMLButtonElement): Promise<void> {
  const words = form.dataset;
  // What cannot be an extract is told before gigabytes of it are sent; the server looks all the same.
  if (!file.name.toLowerCase().endsWith(".osm.pbf") || !(await beginsAsExtract(file))) {
    say.textContent = words["foreign"] ?? "";
    return;
  }
  const body = new FormData();
  body.append("extract", file, file.name);
  const request = new XMLHttpRequest();
  const end = (text: string): void => {
    bar.hidden = true;
    cancel.hidden = true;
    say.textContent = text;
  };
  request.open("POST", "/admin/extracts");
  request.responseType = "json";
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("RequestVerificationToken", document.body.dataset["antiforgery"] ?? "");
  request.upload.addEventListener("progress", (event) => {
    const share = event.lengthComputable ? event.loaded / event.total : 0;
    bar.value = share;
    say.textContent = (share < 1 ? words["sending"] : words["sent"])?.replace("{share}", `${Math.floor(100 * share)} %`) ?? "";
  });
  request.addEventListener("load", () => {
    if (request.status === 202) {
      location.assign("/admin/maps");
      return;
    }
    end((request.response as { detail?: string } | null)?.detail ?? words["refused"]?.replace("{status}", String(request.status)) ?? "");
  });
  request.addEventListener("error", () => {
    end(words["ended"] ?? "");
  });
  request.addEventListener("abort", () => {
    end(words["cancelled"] ?? "");
  });
  cancel.onclick = () => {
    request.abort();
  };
  bar.hidden = false;
  cancel.hidden = false;
  say.textContent = words["sending"]?.replace("{share}", "0 %") ?? "";
  request.send(body);
}

async function beginsAsExtract(file: File): Promise<boolean> {
  const beginning = new TextDecoder("latin1").decode(await file.slice(0, 64).arrayBuffer());
  return beginning.includes("OSMHeader");
}
