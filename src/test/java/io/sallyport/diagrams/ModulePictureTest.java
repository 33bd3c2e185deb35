package io.sallyport.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.house.Arrows;
import io.sallyport.house.Generated;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The picture of the parts shows the arrows that the classes have. After a change, {@code
 * -Dupdate=true} draws it again.
 */
class ModulePictureTest {

  @Test
  void the_picture_of_the_parts_is_not_stale() {
    String svg = new ModulePicture(Arrows.LEVELS, Arrows.drawn(Arrows.product())).svg();
    Generated.isUpToDate(Path.of("docs/architecture/modules.svg"), svg);
  }

  @Test
  void an_arrow_that_others_imply_is_left_out() {
    var arrows =
        Map.of(
            "web", new TreeSet<>(List.of("models", "rules")),
            "models", new TreeSet<>(List.of("rules")),
            "rules", new TreeSet<String>());
    String svg = new ModulePicture(Arrows.LEVELS, Map.copyOf(arrows)).svg();
    assertThat(svg.split("fill=\"none\"", -1)).hasSize(3); // web to models, models to rules
    assertThat(svg).contains("<title>web uses models, rules</title>");
  }
}
