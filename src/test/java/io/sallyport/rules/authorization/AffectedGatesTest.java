package io.sallyport.rules.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which gates must be passed anew, row by row (S19, F17). */
class AffectedGatesTest {

  @ParameterizedTest
  @CsvSource({
    "drift,   '',           ''",
    "drift,   image,        ''",
    "expiry,  '',           ''",
    "silence, '',           ''",
    "person,  '',           ''",
    "change,  image,        2",
    "change,  scan,         2",
    "change,  data,         1 2",
    "change,  principals,   3",
    "change,  envelope,     3",
    "change,  envelope data, 1 2 3",
    "change,  weather,      1 2 3",
    "change,  '',           1 2 3",
    "rumour,  '',           1 2 3"
  })
  void S19_F17_what_changed_decides_which_gates_judge_again(
      String reason, String changed, String gates) {
    assertThat(AffectedGates.of(reason, words(changed)))
        .map(String::valueOf)
        .containsExactlyElementsOf(words(gates).stream().sorted().toList());
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }
}
