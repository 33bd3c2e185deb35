package io.sallyport.models;

import io.sallyport.rules.boundary.Tier;
import io.sallyport.rules.technical.Floors;
import io.sallyport.workflow.Tables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the decision table in force asks of a tier at least (S09). */
@Component
class TierFloors {

  private static final String TABLE = "gate-1-thresholds";

  private final Tables tables;

  TierFloors(Tables tables) {
    this.tables = tables;
  }

  Floors of(Tier tier) {
    return Floors.of(tables.row(TABLE, Map.of("tier", tier.word())));
  }
}
