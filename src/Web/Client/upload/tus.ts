// Sends large files piece by piece by the tus protocol 1.0.0: what a cut connection or a reload leaves is gone on with.
import { newKey } from "./keys";
import { begunOf, forget, remember } from "./remembered";
import type { Listener, Sender, SenderWords, Sent } from "./sender";

const version = "1.0.0";
const piece = 32 * 2 ** 20;
const pauses = [1, 2, 5, 10, 20, 30, 30, 60, 60];
const conflict = 409;
const tooMany = 429;
const locked = 423;
const serverFault = 500;
const gone = [404, 410];
const refused = [413, 422];

interface Reply {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

/** A fault that passes by itself: the connection, or a server that is busy. */
class Passing extends Error {
  constructor(
    message: string,
    readonly seconds: number | null = null,
  ) {
    super(message);
  }
}

class Refusal extends Error {}

/** Sends each file as an upload of its own that can be resumed. */
export function tusSender(address: string, words: SenderWords): Sender {
  const detail = (reply: Reply): string => {
    try {
      return (JSON.parse(reply.body) as { detail?: string }).detail ?? words.refused.replace("{status}", String(reply.status));
    } catch {
      return words.refused.replace("{status}", String(reply.status));
    }
  };
  const faultOf = (reply: Reply): Error => {
    if (reply.status >= serverFault || [tooMany, locked, conflict].includes(reply.status)) {
      const after = Number(reply.header("Retry-After"));
      return new Passing(detail(reply), after > 0 ? after : null);
    }
    return refused.includes(reply.status) ? new Refusal(detail(reply)) : new Error(detail(reply));
  };
  const ask = (method: string, where: string, headers: Record<string, string>, cancelled: AbortSignal, body?: Blob, moved?: (bytes: number) => void) =>
    request(method, where, headers, words.unreachable, cancelled, body, moved);

  async function create(file: File, batch: string, cancelled: AbortSignal): Promise<string> {
    const key = begunOf(file)?.key ?? newKey();
    const begun = { batch, key, address: null, since: Date.now() };
    remember(file, begun);
    const metadata = Object.entries({ filename: file.name, batch, key }).map(([name, value]) => `${name} ${base64(value)}`);
    const reply = await ask("POST", address, { "Upload-Length": String(file.size), "Upload-Metadata": metadata.join(",") }, cancelled);
    const made = reply.header("Location");
    if (reply.status !== 201 || made === null) {
      throw faultOf(reply);
    }
    remember(file, { ...begun, address: made });
    return made;
  }

  // How far it is; null where the server has let go of it.
  async function offsetOf(where: string, cancelled: AbortSignal): Promise<number | null> {
    const reply = await ask("HEAD", where, {}, cancelled);
    if (gone.includes(reply.status)) {
      return null;
    }
    if (reply.status !== 200) {
      throw faultOf(reply);
    }
    return Number(reply.header("Upload-Offset"));
  }

  // Goes on once, to the end.
  async function goOn(file: File, batch: string, moved: (bytes: number) => void, cancelled: AbortSignal): Promise<void> {
    let where = begunOf(file)?.address ?? null;
    let offset = where === null ? null : await offsetOf(where, cancelled);
    if (where === null || offset === null) {
      if (where !== null) {
        forget(file);
      }
      where = await create(file, batch, cancelled);
      offset = 0;
    }
    while (offset < file.size) {
      const from: number = offset;
      const reply = await ask(
        "PATCH",
        where,
        { "Upload-Offset": String(from), "Content-Type": "application/offset+octet-stream" },
        cancelled,
        file.slice(from, from + piece),
        (bytes) => {
          moved(from + bytes);
        },
      );
      if (reply.status !== 204) {
        if (refused.includes(reply.status)) {
          forget(file);
        }
        throw faultOf(reply);
      }
      offset = Number(reply.header("Upload-Offset"));
      moved(offset);
    }
  }

  async function sendOne({ id, file }: Sent, batch: string, moved: (bytes: number) => void, listener: Listener, cancelled: AbortSignal): Promise<void> {
    let furthest = 0;
    for (let tries = 0; ; tries++) {
      try {
        await goOn(
          file,
          batch,
          (bytes) => {
            tries = bytes > furthest ? 0 : tries;
            furthest = Math.max(furthest, bytes);
            moved(bytes);
          },
          cancelled,
        );
        const where = begunOf(file)?.address ?? "";
        const line = where === "" ? null : await receipt(where, cancelled);
        forget(file);
        listener.answered(id, line?.state === "duplicate" ? "duplicate" : "taken", line?.reason ?? null);
        return;
      } catch (fault) {
        if (fault instanceof Refusal) {
          listener.answered(id, "refused", fault.message);
          return;
        }
        const pause = pauses[tries];
        if (!(fault instanceof Passing) || pause === undefined || cancelled.aborted) {
          throw fault;
        }
        await rest(fault.seconds ?? pause, cancelled);
      }
    }
  }

  // The protocol has no word for it; a reply that is lost costs no more than the word.
  async function receipt(where: string, cancelled: AbortSignal): Promise<{ state: string; reason: string | null } | null> {
    const reply = await ask("GET", where, {}, cancelled);
    return reply.status === 200 ? ((JSON.parse(reply.body) as { files: { state: string; reason: string | null }[] }).files[0] ?? null) : null;
  }

  return {
    begunIn: (file) => begunOf(file)?.batch ?? null,
    async send(batch, files, listener, cancelled) {
      const all = files.reduce((sum, { file }) => sum + file.size, 0);
      let before = 0;
      for (const sent of files) {
        try {
          await sendOne(sent, batch, (bytes) => listener.progressed((before + bytes) / all), listener, cancelled);
        } finally {
          if (cancelled.aborted) {
            letGo(sent.file);
          }
        }
        before += sent.file.size;
      }
    },
  };
}

// Whoever cancels wants nothing of it kept.
function letGo(file: File): void {
  const where = begunOf(file)?.address;
  forget(file);
  if (where) {
    void request("DELETE", where, {}, "", new AbortController().signal).catch(() => undefined);
  }
}

function rest(seconds: number, cancelled: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, seconds * 1000);
    const end = (): void => {
      window.clearTimeout(timer);
      resolve();
    };
    cancelled.addEventListener("abort", end);
    // The connection is back before the pause is over.
    window.addEventListener("online", end, { once: true });
  });
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function request(
  method: string,
  address: string,
  headers: Record<string, string>,
  unreachable: string,
  cancelled: AbortSignal,
  body?: Blob,
  moved?: (bytes: number) => void,
): Promise<Reply> {
  const asked = new XMLHttpRequest();
  asked.open(method, address);
  const all = { ...headers, "Tus-Resumable": version, Accept: "application/json", RequestVerificationToken: document.body.dataset["antiforgery"] ?? "" };
  for (const [name, value] of Object.entries(all)) {
    asked.setRequestHeader(name, value);
  }
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      reject(new Passing(unreachable));
    };
    asked.upload.addEventListener("progress", (event) => moved?.(event.loaded));
    asked.addEventListener("load", () => {
      resolve({ status: asked.status, header: (name) => asked.getResponseHeader(name), body: asked.responseText });
    });
    asked.addEventListener("error", fail);
    asked.addEventListener("abort", fail);
    cancelled.addEventListener("abort", () => {
      asked.abort();
    });
    if (cancelled.aborted) {
      fail();
      return;
    }
    asked.send(body ?? null);
  });
}
