package io.sallyport.gates.technical;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The budget of looks (F08): a verdict spends a look of every earlier hold-out that at least half
 * of its rows were in. A row is known by the hash of its parsed values.
 */
@Component
class Looks {

  /** Earlier looks of the program that saw at least half of the rows of this one. */
  private static final String EARLIER =
      """
      select count(*)
        from (select earlier.process_instance
                from gates.look earlier
                join gates.look_row seen on seen.process_instance = earlier.process_instance
                join gates.look_row mine on mine.row_hash = seen.row_hash
                                        and mine.process_instance = :instance
               where earlier.program = :program
                 and earlier.taken < (select taken from gates.look
                                       where process_instance = :instance)
               group by earlier.process_instance
              having 2 * count(*) >= (select count(*) from gates.look_row
                                       where process_instance = :instance)) as overlapping
      """;

  private static final String RECORD =
      """
      insert into gates.look (process_instance, program, model_version, looked_at)
      values (:instance, :program, :version, :now)
      on conflict (process_instance) do nothing
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Looks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Records this look, once for an instance, and says which one it is, from 1. */
  int take(String instance, String program, String modelVersion, Collection<String> rows) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('gates.look:' || :program))")
        .param("program", program)
        .query((row, number) -> "")
        .list();
    int recorded =
        jdbc.sql(RECORD)
            .param("instance", instance)
            .param("program", program)
            .param("version", modelVersion)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (recorded == 1) {
      jdbc.sql(
              "insert into gates.look_row (process_instance, row_hash)"
                  + " select distinct :instance, row from unnest(:rows) as rows (row)")
          .param("instance", instance)
          .param("rows", rows.toArray(String[]::new))
          .update();
    }
    return 1
        + jdbc.sql(EARLIER)
            .param("instance", instance)
            .param("program", program)
            .query(Integer.class)
            .single();
  }
}
