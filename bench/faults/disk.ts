/** Disks of their own that can be filled or made read-only, where this machine lets its user mount some. */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A mounted disk. */
export interface Disk {
  readonly folder: string;
  /** Leaves so few bytes free, and no more. */
  fill(freeBytes: number): void;
  /** Takes away what filled it. */
  free(): void;
  /** As after a fault of the disk: whoever writes is refused, also those who have their files open. */
  refuseWrites(): void;
  /** Mounts it anew, for writing. Nobody may use it meanwhile. */
  repair(): void;
  end(): void;
}

function run(command: string, ...args: ReadonlyArray<string>): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function must(command: string, ...args: ReadonlyArray<string>): void {
  if (!run(command, ...args)) throw new Error(`${[command, ...args].join(" ")} failed`);
}

/** A disk in a file. */
export interface Image extends Disk {
  /** The disk as a power cut at this moment would leave it: without what only the memory of the machine holds. */
  afterPowerCut(): Image;
}

/** What is missing for mounting; `undefined` where it works. */
export function lacksMounts(): string | undefined {
  try {
    memoryDisk(1).end();
    return undefined;
  } catch {
    return "this user may not mount disks";
  }
}

/** What is missing for a disk image with a file system. */
export function lacksImages(): string | undefined {
  try {
    imageDisk(16).end();
    return undefined;
  } catch {
    return "this user may not mount disk images";
  }
}

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "oakroom-disk-"));
}

function mounted(above: string, folder: string, mount: () => void): Disk {
  const ballast = join(folder, "ballast");
  try {
    mount();
  } catch (error) {
    rmSync(above, { recursive: true, force: true });
    throw error;
  }
  return {
    folder,
    fill(freeBytes) {
      const { bavail, bsize } = statfsSync(folder);
      const piece = Buffer.alloc(64 * 1024);
      const file = openSync(ballast, "w");
      try {
        for (let left = bavail * bsize - freeBytes; left > 0; left -= piece.length)
          writeSync(file, piece, 0, Math.min(left, piece.length));
      } finally {
        closeSync(file);
      }
    },
    free() {
      const file = openSync(ballast, "r+");
      ftruncateSync(file, 0);
      closeSync(file);
    },
    refuseWrites: () => must("mount", "-o", "remount,abort", folder),
    repair() {
      must("umount", folder);
      mount();
    },
    end() {
      run("umount", "-l", folder);
      rmSync(above, { recursive: true, force: true });
    },
  };
}

/** A disk in memory. */
export function memoryDisk(megabytes: number): Disk {
  const folder = aFolder();
  return mounted(folder, folder, () => must("mount", "-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder));
}

/** A disk in a file, with the file system that most servers have. */
export function imageDisk(megabytes: number): Image {
  const above = aFolder();
  const image = join(above, "image");
  try {
    must("truncate", "-s", `${megabytes}M`, image);
    must("mkfs.ext4", "-q", image);
  } catch (error) {
    rmSync(above, { recursive: true, force: true });
    throw error;
  }
  return imageIn(above);
}

function imageIn(above: string): Image {
  const [image, folder] = [join(above, "image"), join(above, "disk")];
  const disk = mounted(above, folder, () => {
    if (!existsSync(folder)) must("mkdir", folder);
    // The file system writes by itself so seldom that a copy is never taken in the middle of it.
    must("mount", "-o", "loop,commit=300", image, folder);
  });
  return {
    ...disk,
    afterPowerCut() {
      const copied = aFolder();
      copyFileSync(image, join(copied, "image"));
      return imageIn(copied);
    },
  };
}
