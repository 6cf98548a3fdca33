/** Offers the browser's time zone: silently on registering, by a button in the settings. */
export function suggestZone(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-browser-zone]")) {
    field.value ||= zone;
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-suggest-zone]")) {
    const field = document.getElementById(button.dataset["suggestZone"] ?? "") as HTMLInputElement | null;
    if (field === null || field.value === zone) {
      continue;
    }
    button.hidden = false;
    button.textContent = `${button.textContent?.trim() ?? ""}: ${zone}`;
    button.addEventListener("click", () => {
      field.value = zone;
      button.hidden = true;
    });
  }
}
