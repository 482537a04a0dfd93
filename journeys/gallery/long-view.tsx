import { useSignal } from "@preact/signals";
import { Button } from "../../app/web/ui/button.tsx";
import { Words } from "../../app/web/ui/card.tsx";
import { Entry } from "../../app/web/ui/entry.tsx";
import { Page } from "../../app/web/ui/page.tsx";
import { Table } from "../../app/web/ui/table.tsx";
import { Windowed } from "../../app/web/ui/windowed.tsx";

const items = Array.from({ length: 10_000 }, (_, at) => ({
  id: String(at),
  words: "A line that was written here. ".repeat(1 + ((at * 7) % 9)),
}));

const people = Array.from({ length: 5000 }, (_, at) => ({
  id: String(at),
  name: `Person ${at}`,
  team: `Team ${at % 40}`,
}));

/** Ten thousand entries and five thousand people, of which what is in view is drawn. */
export function LongView() {
  const show = useSignal<number | undefined>(undefined);
  return (
    <Page title="Long lists" width="room">
      <div class="stack stack-sections">
        <div class="buttons">
          <Button onClick={() => (show.value = 7654)}>Show entry 7654</Button>
        </div>
        <Windowed
          items={items}
          label="Entries"
          guess={120}
          show={show}
          keyOf={(item) => item.id}
          render={(item, at) => (
            <Entry name={`Entry ${at}`} person={{ id: item.id, name: "Leila" }} when="14:10">
              <Words>{item.words}</Words>
            </Entry>
          )}
        />
        <Table
          caption="People"
          rows={people}
          keyOf={(row) => row.id}
          guess={57}
          columns={[
            { head: "Name", kind: "name", cell: (row) => row.name },
            { head: "Team", cell: (row) => row.team },
          ]}
        />
      </div>
    </Page>
  );
}
