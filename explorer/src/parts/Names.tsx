/** Names of places. */
import type { PlaceRow } from "../data/rows";

/** A place in English and Arabic. */
export function PlaceName({ place }: { place: PlaceRow }) {
  return (
    <>
      <bdi>{place.name}</bdi>
      {place.name_ar && (
        <>
          {" "}
          <bdi lang="ar" class="arabic">
            {place.name_ar}
          </bdi>
        </>
      )}
    </>
  );
}
