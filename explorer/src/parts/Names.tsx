/** Names of places and codes. */
import type { Catalogue } from "../data/catalogue";
import type { PlaceRow } from "../data/rows";
import { meaning, name } from "../data/words";

/** A place in English and Arabic. */
export function PlaceName({ place }: { place: PlaceRow }) {
  return (
    <>
      <bdi>{place.name}</bdi>
      {place.name_ar && <> <bdi lang="ar" class="arabic">{place.name_ar}</bdi></>}
    </>
  );
}

/** A code in short, its whole meaning for who asks. */
export function Code(props: { catalogue: Catalogue; table: string; field: string; code: string | null }) {
  const { catalogue, table, field, code } = props;
  if (code === null) return null;
  return <span title={meaning(catalogue, table, field, code)}>{name(catalogue, table, field, code)}</span>;
}
