package io.sallyport.aws.objects;

import static io.sallyport.aws.objects.ObjectVersion.bucketOf;
import static io.sallyport.aws.objects.ObjectVersion.keyOf;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.s3.S3Client;

/** Where SageMaker's data capture lies: {@code <endpoint>/<variant>/yyyy/MM/dd/HH/} (S18). */
@Component
public class CapturedHours {

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

  /** A file's name begins with when it was written. */
  private static final DateTimeFormatter FILE =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/mm-ss").withZone(ZoneOffset.UTC);

  private final S3Client s3;

  public CapturedHours(S3Client s3) {
    this.s3 = s3;
  }

  /**
   * The folders in which files were written between two times; each of them whole.
   *
   * @param prefix ends with the variant and a slash
   * @param to exclusive
   */
  public List<String> between(String prefix, Instant from, Instant to) {
    Instant first = from.truncatedTo(ChronoUnit.HOURS);
    return Stream.iterate(first, hour -> hour.isBefore(to), hour -> hour.plus(1, ChronoUnit.HOURS))
        .map(HOUR::format)
        .filter(hour -> wasWritten(prefix, hour, FILE.format(from), FILE.format(to)))
        .map(hour -> prefix + hour)
        .toList();
  }

  private boolean wasWritten(String prefix, String hour, String from, String to) {
    String key = keyOf(prefix);
    return s3
        .listObjectsV2(
            list ->
                list.bucket(bucketOf(prefix)).prefix(key + hour).startAfter(key + from).maxKeys(1))
        .contents()
        .stream()
        .anyMatch(file -> file.key().compareTo(key + to) < 0);
  }
}
