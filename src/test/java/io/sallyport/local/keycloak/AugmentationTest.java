package io.sallyport.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L1: a server whose build is not its own heals by itself. */
class AugmentationTest {

  private static final String OPTIONS = "keycloak-1 build --db=dev-file";

  @TempDir Path folder;
  private Path lib;
  private final List<String> builtFrom = new ArrayList<>();

  @BeforeEach
  void unpack() throws IOException {
    lib = folder.resolve("lib");
    Files.createDirectories(lib.resolve("quarkus"));
    Files.writeString(application(lib), "as unpacked");
  }

  @Test
  void L1_what_was_built_here_is_not_built_again() throws Exception {
    augment(lib, OPTIONS);
    augment(lib, OPTIONS);

    assertThat(builtFrom).containsExactly("as unpacked");
    assertThat(application(lib)).hasContent("built in " + lib);
  }

  @Test
  void L1_a_copy_of_another_folder_is_built_again_from_the_unpacked_files() throws Exception {
    augment(lib, OPTIONS);
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy.resolve("quarkus"));
    Files.createDirectories(copy.resolve("quarkus-unpacked"));
    for (String file :
        List.of("augmented", "quarkus/application.dat", "quarkus-unpacked/application.dat")) {
      Files.copy(lib.resolve(file), copy.resolve(file));
    }

    augment(copy, OPTIONS);

    assertThat(builtFrom).containsExactly("as unpacked", "as unpacked");
    assertThat(application(copy)).hasContent("built in " + copy);
  }

  @Test
  void L1_a_build_that_was_broken_off_is_begun_again_from_the_unpacked_files() throws Exception {
    Augmentation broken = new Augmentation(lib, OPTIONS);
    assertThatThrownBy(
            () ->
                broken.unlessOwn(
                    () -> {
                      Files.writeString(application(lib), "half");
                      throw new IOException("killed");
                    }))
        .hasMessage("killed");

    augment(lib, OPTIONS);

    assertThat(builtFrom).containsExactly("as unpacked");
  }

  @Test
  void L1_a_file_of_another_build_is_noticed_though_the_marker_stayed() throws Exception {
    augment(lib, OPTIONS);
    Files.writeString(application(lib), "foreign");
    augment(lib, OPTIONS);
    Files.delete(application(lib));
    augment(lib, OPTIONS);

    assertThat(builtFrom).hasSize(3).containsOnly("as unpacked");
    assertThat(application(lib)).hasContent("built in " + lib);
  }

  @Test
  void L1_other_options_or_another_version_are_built_again() throws Exception {
    augment(lib, OPTIONS);
    augment(lib, OPTIONS + " --health-enabled=true");

    assertThat(builtFrom).hasSize(2);
  }

  @Test
  void L1_the_marker_of_an_earlier_sallyport_is_not_believed() throws Exception {
    Files.writeString(lib.resolve("augmented"), OPTIONS);

    augment(lib, OPTIONS);

    assertThat(builtFrom).hasSize(1);
  }

  private void augment(Path where, String options) throws IOException, InterruptedException {
    new Augmentation(where, options)
        .unlessOwn(
            () -> {
              builtFrom.add(Files.readString(application(where)));
              Files.writeString(application(where), "built in " + where);
            });
  }

  private static Path application(Path lib) {
    return lib.resolve("quarkus/application.dat");
  }
}
