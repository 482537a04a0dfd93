import { MyData } from "../../features/programme/my-data/my-data.tsx";
import { SignErasing } from "../../features/room/keys/erasing.tsx";

/** One's own data; erasing the account is signed with the keys of one's rooms. */
export function MyDataPage() {
  return <MyData renderKeys={(act, erase) => <SignErasing act={act} erase={erase} />} />;
}
