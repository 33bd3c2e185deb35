package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;

/** Object lock: until when a version cannot be deleted, and by whom that may be changed. */
final class Retention {

  /** Mode and end, or neither. */
  record Lock(Optional<String> mode, Optional<Instant> until) {}

  private final Store store;
  private final Objects objects;
  private final Environment environment;

  Retention(Store store, Objects objects, Environment environment) {
    this.store = store;
    this.objects = objects;
    this.environment = environment;
  }

  /** As the request says, else as the bucket says; whole seconds, as S3 keeps them. */
  static Lock choose(Bucket bucket, @Nullable String mode, @Nullable Instant until, Instant now) {
    if ((mode != null || until != null) && !bucket.lockEnabled()) {
      throw Errors.invalidRequest("Bucket is missing Object Lock Configuration");
    }
    if ((mode == null) != (until == null)) {
      throw Errors.invalid(
          "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
    }
    if (until != null) {
      if (!until.isAfter(now)) {
        throw Errors.invalid("The retain until date must be in the future!");
      }
      return new Lock(Optional.ofNullable(mode), Optional.of(wholeSeconds(until)));
    }
    return byDefault(bucket, now);
  }

  private static Lock byDefault(Bucket bucket, Instant now) {
    Optional<DefaultRetention> rule =
        bucket
            .lock()
            .map(json -> Buckets.lock(bucket))
            .flatMap(lock -> Optional.ofNullable(lock.rule()))
            .map(each -> each.defaultRetention());
    if (rule.isEmpty()) {
      return new Lock(Optional.empty(), Optional.empty());
    }
    DefaultRetention retention = rule.get();
    long days = retention.days() != null ? retention.days() : 365L * retention.years();
    Instant end = wholeSeconds(now.plus(Duration.ofDays(days)));
    return new Lock(Optional.of(retention.modeAsString()), Optional.of(end));
  }

  private static Instant wholeSeconds(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond());
  }

  GetObjectRetentionResponse get(GetObjectRetentionRequest request, Call call) {
    Stored version =
        objects.find(new Store.Place(request.bucket(), request.key()), request.versionId(), call);
    Attributes attributes = version.attributes();
    if (attributes.lockMode().isEmpty()) {
      throw Errors.notFound(
          "NoSuchObjectLockConfiguration",
          "The specified object does not have a ObjectLock configuration");
    }
    return GetObjectRetentionResponse.builder()
        .retention(
            shape ->
                shape
                    .mode(attributes.lockMode().orElseThrow())
                    .retainUntilDate(attributes.retainUntil().orElseThrow()))
        .build();
  }

  /** COMPLIANCE may only be made longer. */
  PutObjectRetentionResponse put(PutObjectRetentionRequest request, Call call) {
    Bucket bucket = store.bucket(request.bucket());
    Instant now = environment.clock().instant();
    Lock lock =
        choose(
            bucket, request.retention().modeAsString(), request.retention().retainUntilDate(), now);
    Stored version =
        objects.find(new Store.Place(request.bucket(), request.key()), request.versionId(), call);
    boolean looser =
        !version.attributes().lockMode().equals(lock.mode())
            || lock.until().orElseThrow().isBefore(version.attributes().retainUntil().orElse(now));
    if (version.isLockedAt(now) && looser) {
      refuseUnlessBypassed(version, Boolean.TRUE.equals(request.bypassGovernanceRetention()), call);
    }
    store.change(version.with(version.attributes().lockedUntil(lock.mode(), lock.until())));
    return PutObjectRetentionResponse.builder().build();
  }

  /** GOVERNANCE gives way to those who may bypass it; COMPLIANCE to nobody. */
  static void refuseUnlessBypassed(Stored version, boolean bypass, Call call) {
    boolean governance = version.attributes().lockMode().equals(Optional.of("GOVERNANCE"));
    if (!governance || !bypass) {
      throw Errors.accessDenied("Access Denied because object protected by object lock.");
    }
    String arn = Arn.s3(version.bucket() + "/" + version.key());
    call.needs(new Permission("s3:BypassGovernanceRetention", arn));
  }
}
