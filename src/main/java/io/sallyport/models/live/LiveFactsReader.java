package io.sallyport.models.live;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.facts.BucketFacts;
import io.sallyport.aws.facts.Buckets;
import io.sallyport.aws.facts.Images;
import io.sallyport.aws.facts.ObjectFacts;
import io.sallyport.aws.facts.RegistryManifest;
import io.sallyport.aws.objects.ExactCopies;
import io.sallyport.aws.objects.KeyFacts;
import io.sallyport.aws.objects.Keys;
import io.sallyport.aws.objects.ObjectVersion;
import io.sallyport.rules.Refused;
import io.sallyport.rules.boundary.LiveFacts;
import io.sallyport.rules.boundary.Program;
import io.sallyport.rules.boundary.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks AWS about all that a submission names (S01, S02, S04, S06). Only things that are in the
 * program's allow-list are asked about: of others the rules have said enough. What cannot be read
 * is told as unread.
 */
@Component
public class LiveFactsReader {

  private final Buckets buckets;
  private final ExactCopies copies;
  private final LiveHeaders headers;
  private final Keys keys;
  private final Images images;
  private final LiveNetwork network;
  private final LiveReaches reaches;

  LiveFactsReader(
      Buckets buckets,
      ExactCopies copies,
      LiveHeaders headers,
      Keys keys,
      Images images,
      LiveNetwork network,
      LiveReaches reaches) {
    this.buckets = buckets;
    this.copies = copies;
    this.headers = headers;
    this.keys = keys;
    this.images = images;
    this.network = network;
    this.reaches = reaches;
  }

  public LiveFacts read(Submission submission, Program program) {
    Unread unread = new Unread();
    Map<String, ObjectVersion> sources = sources(submission, program);
    List<LiveFacts.StoredVersion> versions = each(sources, unread, "object version", this::version);
    LiveNetwork.Found net = network.read(submission.network(), program, unread);
    return new LiveFacts(
        each(sources, unread, "bucket", (at, source) -> bucket(at, source.bucket())),
        versions,
        headers.read(sources, versions, submission.data().delimiter(), unread),
        key(submission.encryption().key(), program, unread),
        each(images(submission, program), unread, "image", this::image),
        net.subnets(),
        net.groups(),
        net.endpoints(),
        reaches.read(submission, program, unread),
        unread.all());
  }

  /** What reads one thing that stands at a pointer. */
  private interface Look<T, R> {
    R at(String pointer, T thing);
  }

  private static <T, R> List<R> each(
      Map<String, T> things, Unread unread, String what, Look<T, R> look) {
    List<R> found = new ArrayList<>();
    things.forEach(
        (pointer, thing) ->
            unread.unless(pointer, what, () -> look.at(pointer, thing)).ifPresent(found::add));
    return found;
  }

  private static Map<String, ObjectVersion> sources(Submission submission, Program program) {
    Map<String, ObjectVersion> sources = new LinkedHashMap<>();
    source(submission.data().source(), program)
        .ifPresent(source -> sources.put("/data/source", source));
    submission
        .data()
        .holdout()
        .flatMap(ready -> source(ready, program))
        .ifPresent(ready -> sources.put("/data/holdout", ready));
    return sources;
  }

  private static Optional<ObjectVersion> source(Submission.ObjectVersion named, Program program) {
    try {
      return Optional.of(ObjectVersion.of(named.uri(), named.versionId()))
          .filter(source -> program.dataBuckets().contains(source.bucket()));
    } catch (Refused noAddress) {
      return Optional.empty();
    }
  }

  private static Map<String, ImageUri> images(Submission submission, Program program) {
    Map<String, ImageUri> images = new LinkedHashMap<>();
    image(submission.containers().training(), program)
        .ifPresent(image -> images.put("/containers/training", image));
    image(submission.containers().inference(), program)
        .ifPresent(image -> images.put("/containers/inference", image));
    return images;
  }

  private static Optional<ImageUri> image(String reference, Program program) {
    try {
      return Optional.of(new ImageUri(reference))
          .filter(image -> program.imageRepositories().contains(image.repository()))
          .filter(image -> program.account().equals(image.account()));
    } catch (Refused noReference) {
      return Optional.empty();
    }
  }

  private LiveFacts.Bucket bucket(String pointer, String name) {
    Optional<BucketFacts> bucket = buckets.bucket(name);
    return new LiveFacts.Bucket(
        pointer + "/uri",
        name,
        bucket.isPresent(),
        bucket.map(BucketFacts::region).orElse(""),
        bucket.map(BucketFacts::account).orElse(""),
        bucket.map(BucketFacts::versioning).orElse(""),
        bucket.map(BucketFacts::encryption).orElse(""));
  }

  private LiveFacts.StoredVersion version(String pointer, ObjectVersion source) {
    Optional<ObjectFacts> object = buckets.object(source);
    return new LiveFacts.StoredVersion(
        pointer,
        source.uri(),
        source.versionId(),
        object.isPresent(),
        object.map(ObjectFacts::encryption).orElse(""),
        object.map(ObjectFacts::sizeBytes).orElse(0L),
        copies.sizeBytesMax());
  }

  private Optional<LiveFacts.Key> key(String name, Program program, Unread unread) {
    if (!program.keys().contains(name)) return Optional.empty();
    String pointer = "/encryption/key";
    return unread.unless(pointer, "key", () -> key(pointer, keys.describe(name), name));
  }

  private static LiveFacts.Key key(String pointer, KeyFacts key, String name) {
    return new LiveFacts.Key(
        pointer,
        name,
        key.account(),
        key.spec(),
        key.state(),
        key.manager(),
        key.rotating(),
        key.policy());
  }

  private LiveFacts.Image image(String pointer, ImageUri image) {
    String digest = images.manifest(image).map(RegistryManifest::digest).orElse("");
    List<RegistryManifest> referrers = digest.isEmpty() ? List.of() : images.referrers(image);
    return new LiveFacts.Image(
        pointer,
        image.value(),
        digest,
        referrers.stream().anyMatch(RegistryManifest::isSignature),
        referrers.stream().anyMatch(RegistryManifest::isScanReport));
  }
}
