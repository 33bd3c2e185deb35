package io.sallyport.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** L1: the real server, and what its launcher refuses. */
class LocalKeycloakTest {

  @Test
  @Tag("boundary")
  void L1_the_realm_is_imported_with_its_demo_people() {
    assertThat(LocalKeycloak.shared().realm().users().list())
        .extracting(user -> user.getUsername())
        .containsAll(DemoPeople.all().stream().map(DemoPeople.DemoPerson::username).toList());
  }

  @Test
  void L1_the_sign_in_pages_show_the_letters_and_the_mark_of_the_application() {
    Path ours = Path.of("src/main/resources/static");
    Path theirs = Path.of("realm-config/themes/sallyport/login/resources");

    assertThat(theirs.resolve("img/sallyport.svg"))
        .hasSameBinaryContentAs(ours.resolve("img/sallyport.svg"));
    for (String weight : List.of("regular", "bold")) {
      String font = "sourcesanspro-" + weight + "-webfont.woff2";
      assertThat(theirs.resolve("fonts").resolve(font))
          .hasSameBinaryContentAs(ours.resolve("fonts/source-sans-pro").resolve(font));
    }
  }

  @Test
  void L1_a_placeholder_left_unset_is_refused() {
    RealmFiles realm = new RealmFiles(Path.of("realm-config"));

    assertThatThrownBy(() -> realm.refuseUnset(Map.of("SALLYPORT_BASE_URL", "http://127.0.0.1:1")))
        .hasMessage(
            "realm-config needs a value for SALLYPORT_API_SECRET, SALLYPORT_PIPELINE_SECRET,"
                + " SALLYPORT_SIGNATURE_SECRET, SALLYPORT_WEB_SECRET. Keycloak would take the"
                + " literal placeholder as a working secret, so it is not started.");
  }

  @Test
  void L1_a_changed_realm_file_is_told_with_the_way_out(@TempDir Path data) throws Exception {
    Imported before = new Imported(data, "one");
    before.remember();

    before.refuseChanged();
    assertThatThrownBy(() -> new Imported(data, "two").refuseChanged())
        .hasMessage(
            "realm-config, or an address or secret in it, has changed since Keycloak imported it,"
                + " and Keycloak imports a realm only once. Run ./sallyport reset, then start"
                + " again.");
    assertThat(data).isDirectoryContaining("glob:**imported.sha256");
  }
}
