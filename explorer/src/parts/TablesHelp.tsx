/** The tables and their columns, in the words of their schemas. */
import type { Catalogue } from "../data/catalogue";

export function TablesHelp({ catalogue }: { catalogue: Catalogue }) {
  return (
    <section aria-labelledby="tables">
      <h2 id="tables">Tables</h2>
      {Object.entries(catalogue.tables).map(([name, schema]) => (
        <details key={name}>
          <summary>
            <code>{name}</code> <span class="note">{schema.description}</span>
          </summary>
          <table>
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">Type</th>
                <th scope="col">What it holds</th>
              </tr>
            </thead>
            <tbody>
              {schema.fields.map((field) => (
                <tr key={field.name}>
                  <th scope="row">
                    <code>{field.name}</code>
                  </th>
                  <td>{field.type}</td>
                  <td>
                    {field.description}
                    {field.categories && (
                      <details>
                        <summary>{field.categories.length} values</summary>
                        <ul>
                          {field.categories.map(({ value, label }) => (
                            <li key={value}>
                              <code>{value}</code> {label}
                            </li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </section>
  );
}
