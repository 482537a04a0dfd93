import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import * as z from "zod/mini";
import { Button } from "../../../web/ui/button.tsx";
import { Notice } from "../../../web/ui/notice.tsx";
import { wordsText as text } from "./text.ts";

const Found = z.array(z.object({ rawValue: z.string() }));

/** Reads patterns in a picture; browsers that can do it bring a `BarcodeDetector`, which the compiler does not know. */
type Reader = (picture: HTMLVideoElement) => Promise<ReadonlyArray<string>>;

function makeReader(): Reader | undefined {
  const Detector: unknown = Reflect.get(globalThis, "BarcodeDetector");
  if (typeof Detector !== "function") return undefined;
  const detector: unknown = Reflect.construct(Detector, [{ formats: ["qr_code"] }]);
  if (typeof detector !== "object" || detector === null) return undefined;
  const detect: unknown = Reflect.get(detector, "detect");
  if (typeof detect !== "function") return undefined;
  return async (picture) => {
    const found = z.safeParse(Found, await Reflect.apply(detect, detector, [picture]));
    return found.success ? found.data.map(({ rawValue }) => rawValue) : [];
  };
}

/** True where this browser can read a pattern with a camera. */
export function canScan(): boolean {
  return "BarcodeDetector" in globalThis && typeof navigator.mediaDevices?.getUserMedia === "function";
}

/** Reads one pattern with the camera, between a press and the first pattern seen. Nothing is kept of the pictures. */
export function Scan({ onSeen }: { readonly onSeen: (code: string) => void }) {
  const looking = useSignal(false);
  const fault = useSignal(false);
  return (
    <div class="stack stack-small">
      {looking.value && (
        <Camera
          onSeen={(code) => {
            looking.value = false;
            onSeen(code);
          }}
          onFault={() => {
            looking.value = false;
            fault.value = true;
          }}
        />
      )}
      {fault.value && <Notice announce>{text.noCamera}</Notice>}
      <div>
        <Button
          kind="quiet"
          onClick={() => {
            fault.value = false;
            looking.value = !looking.value;
          }}
        >
          {looking.value ? text.stop : text.scan}
        </Button>
      </div>
    </div>
  );
}

interface CameraProps {
  readonly onSeen: (code: string) => void;
  readonly onFault: () => void;
}

function Camera({ onSeen, onFault }: CameraProps) {
  const picture = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const over = new AbortController();
    const begin = async () => {
      const code = await look(picture.current, over.signal);
      if (over.signal.aborted) return;
      if (code === undefined) onFault();
      else onSeen(code);
    };
    void begin();
    return () => over.abort();
    // One camera for as long as this is shown, whoever listens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return (
    <>
      <p>{text.scanning}</p>
      <video ref={picture} class="words-camera" muted playsInline aria-label={text.scanning} />
    </>
  );
}

/** Opens the camera and looks until a pattern is seen or nobody waits any more; the camera is off when the answer comes. */
async function look(picture: HTMLVideoElement | null, over: AbortSignal): Promise<string | undefined> {
  const read = makeReader();
  if (!picture || !read) return undefined;
  let camera: MediaStream | undefined;
  try {
    camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
    picture.srcObject = camera;
    await picture.play();
    return await firstSeen(picture, read, over);
  } catch {
    return undefined;
  } finally {
    for (const track of camera?.getTracks() ?? []) track.stop();
    picture.srcObject = null;
  }
}

async function firstSeen(picture: HTMLVideoElement, read: Reader, over: AbortSignal): Promise<string | undefined> {
  while (!over.aborted) {
    // One picture after the other.
    // oxlint-disable-next-line no-await-in-loop
    const [code] = await read(picture);
    if (code !== undefined) return code;
    // The camera's next picture comes with the screen's next.
    // oxlint-disable-next-line no-await-in-loop
    await nextPicture();
  }
  return undefined;
}

function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}
