/** Handing a file to whoever is in front of the screen. */

/** Hands bytes or text to the browser as a file; it goes nowhere else. */
export function saveFile(content: Uint8Array<ArrayBuffer> | string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
