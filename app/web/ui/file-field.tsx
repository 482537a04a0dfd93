import { useSignal } from "@preact/signals";
import { FieldFrame, useFieldIds, type FieldProps } from "./field.tsx";
import { UploadIcon } from "./icons.tsx";
import "./file-field.css";

/** Props of `FileField`. */
export interface FileFieldProps extends FieldProps {
  /** Endings and types the browser offers first: ".csv,text/csv". */
  readonly accept: string;
  /** Gets each file that is chosen or dropped; reading it is the caller's. */
  readonly onFile: (file: File) => void;
}

/** Chooses one file: by the browser's own control, or dropped on it. */
export function FileField(props: FileFieldProps) {
  const ids = useFieldIds(props);
  const over = useSignal(false);
  const name = useSignal("");

  function take(files: FileList | null | undefined) {
    const file = files?.[0];
    if (!file) return;
    name.value = file.name;
    props.onFile(file);
  }

  return (
    <FieldFrame {...props} ids={ids}>
      <div
        class="file"
        data-over={over.value || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          over.value = true;
        }}
        onDragLeave={() => {
          over.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          over.value = false;
          take(event.dataTransfer?.files);
        }}
      >
        <UploadIcon size={24} />
        <input
          type="file"
          class="file-input"
          id={ids.control}
          name={props.id}
          accept={props.accept}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error === undefined ? undefined : true}
          onChange={(event) => take(event.currentTarget.files)}
        />
        {name.value !== "" && <output class="small muted">{name}</output>}
      </div>
    </FieldFrame>
  );
}
