package io.sallyport.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Tier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SettingsTest {

  @Test
  void R08_programs_in_which_somebody_can_work_are_taken() {
    assertThat(settings(program("sentinel", "123456789012", List.of("sentinel-data"), 4)))
        .isNotNull();
  }

  @Test
  void R08_all_that_keeps_a_program_from_working_is_told_at_the_start() {
    assertThatThrownBy(() -> settings(program("harbor", "12", List.of(), 0)))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.findings())
                    .extracting(Finding::toString)
                    .containsExactly(
                        said("name is harbor; the limit is sentinel"),
                        said("account is 12; the limit is 12 digits"),
                        said("maximum-instances is 0; the limit is at least 1"),
                        said("data-buckets is empty; the limit is at least 1")));
  }

  @Test
  void R08_an_upload_of_no_size_is_refused() {
    assertThatThrownBy(() -> new Settings(Map.of(), DataSize.ofBytes(0)))
        .hasMessageStartingWith("models/an-upload-is-possible: sallyport.models.upload-size-max");
  }

  private static String said(String finding) {
    return "models/a-program-can-work: sallyport.models.programs.sentinel." + finding;
  }

  private static Settings settings(Program program) {
    return new Settings(Map.of("sentinel", program), DataSize.ofMegabytes(1));
  }

  private static Program program(
      String name, String account, List<String> dataBuckets, int instances) {
    List<String> one = List.of("one");
    return new Program(
        name,
        account,
        "us-gov-west-1",
        Tier.ROUTINE,
        dataBuckets,
        one,
        List.of(),
        one,
        one,
        one,
        one,
        one,
        one,
        one,
        instances);
  }
}
