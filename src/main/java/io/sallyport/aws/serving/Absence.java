package io.sallyport.aws.serving;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/**
 * SageMaker has two ways to say that a thing is not there, and one way to say that a name is taken,
 * all told apart from a bad request by their words only.
 */
final class Absence {

  private Absence() {}

  /** What the call answers, or empty if the thing it asks about is not there. */
  static <T> Optional<T> orEmpty(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    } catch (SageMakerException refused) {
      if (isAbsent(refused)) return Optional.empty();
      throw refused;
    }
  }

  /** Makes the call; that the thing is not there is as good as success. */
  static void ignored(Runnable call) {
    Optional<Boolean> done =
        orEmpty(
            () -> {
              call.run();
              return true;
            });
    done.ifPresent(gone -> {});
  }

  static boolean isTaken(SageMakerException refused) {
    return words(refused).contains("already exist");
  }

  private static boolean isAbsent(SageMakerException refused) {
    String words = words(refused);
    return words.contains("could not find")
        || words.contains("does not exist")
        || words.contains("not found");
  }

  private static String words(SageMakerException refused) {
    return String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
  }
}
