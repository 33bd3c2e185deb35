package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What is in a bucket, page by page. */
final class Listing {

  private static final int PAGE_MAX = 1000;

  private final Store store;

  Listing(Store store) {
    this.store = store;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static int page(@Nullable Integer asked) {
    return asked == null ? PAGE_MAX : Math.min(asked, PAGE_MAX);
  }

  /** {@code encoding-type=url} makes names percent-encoded, slashes kept. */
  private static UnaryOperator<String> encoding(@Nullable String type) {
    return "url".equals(type)
        ? text ->
            URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/")
        : UnaryOperator.identity();
  }

  /** What a key is listed as: itself, or all that begins as it does up to the delimiter. */
  private static Optional<String> common(String key, String prefix, String delimiter) {
    int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
    return end < 0 ? Optional.empty() : Optional.of(key.substring(0, end + delimiter.length()));
  }

  /** A page: keys, folded prefixes, and where the next one begins, if there is one. */
  private record Page(List<Stored> objects, Set<String> prefixes, Optional<String> next) {}

  private Page page(ListObjectsV2Request request, String prefix, String after) {
    int max = page(request.maxKeys());
    List<Stored> objects = new ArrayList<>();
    Set<String> prefixes = new LinkedHashSet<>();
    String last = after;
    for (Stored version : newest(request.bucket(), prefix)) {
      Optional<String> common = common(version.key(), prefix, orEmpty(request.delimiter()));
      String name = common.orElse(version.key());
      boolean folded = common.isPresent() && (prefixes.contains(name) || after.startsWith(name));
      if (folded || version.key().compareTo(after) <= 0) {
        continue;
      }
      if (objects.size() + prefixes.size() >= max) {
        return new Page(objects, prefixes, Optional.of(last));
      }
      last = name;
      common.ifPresentOrElse(prefixes::add, () -> objects.add(version));
    }
    return new Page(objects, prefixes, Optional.empty());
  }

  ListObjectsV2Response list(ListObjectsV2Request request, Call call) {
    store.bucket(request.bucket());
    String prefix = orEmpty(request.prefix());
    String after =
        request.continuationToken() == null
            ? orEmpty(request.startAfter())
            : new String(
                Base64.getUrlDecoder().decode(request.continuationToken()), StandardCharsets.UTF_8);
    UnaryOperator<String> encode = encoding(request.encodingTypeAsString());
    Page page = page(request, prefix, after);
    return ListObjectsV2Response.builder()
        .name(request.bucket())
        .prefix(encode.apply(prefix))
        .delimiter(request.delimiter())
        .encodingType(request.encodingTypeAsString())
        .maxKeys(page(request.maxKeys()))
        .keyCount(page.objects().size() + page.prefixes().size())
        .contents(page.objects().stream().map(each -> shape(each, encode)).toList())
        .commonPrefixes(commonPrefixes(page.prefixes(), encode))
        .isTruncated(page.next().isPresent())
        .continuationToken(request.continuationToken())
        .nextContinuationToken(page.next().map(Listing::token).orElse(null))
        .startAfter(request.startAfter())
        .build();
  }

  private static String token(String last) {
    return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static List<CommonPrefix> commonPrefixes(
      Set<String> prefixes, UnaryOperator<String> encode) {
    return prefixes.stream()
        .map(each -> CommonPrefix.builder().prefix(encode.apply(each)).build())
        .toList();
  }

  /** The current version of each key that has one. */
  private List<Stored> newest(String bucket, String prefix) {
    Set<String> seen = new HashSet<>();
    return store.under(bucket, prefix).stream()
        .filter(version -> seen.add(version.key()))
        .filter(version -> !version.deleteMarker())
        .toList();
  }

  private static S3Object shape(Stored version, UnaryOperator<String> encode) {
    return S3Object.builder()
        .key(encode.apply(version.key()))
        .eTag(Objects.quoted(version.content().etag()))
        .size(version.content().size())
        .lastModified(version.modified())
        .storageClass("STANDARD")
        .build();
  }

  ListObjectVersionsResponse versions(ListObjectVersionsRequest request, Call call) {
    store.bucket(request.bucket());
    UnaryOperator<String> encode = encoding(request.encodingTypeAsString());
    int max = page(request.maxKeys());
    List<Stored> all = store.under(request.bucket(), orEmpty(request.prefix()));
    List<Stored> rest = afterMarker(all, request.keyMarker(), request.versionIdMarker());
    List<Stored> shown = rest.subList(0, Math.min(max, rest.size()));
    List<ObjectVersion> versions = new ArrayList<>();
    List<DeleteMarkerEntry> markers = new ArrayList<>();
    for (Stored each : shown) {
      if (each.deleteMarker()) {
        markers.add(marker(each, isLatest(each), encode));
      } else {
        versions.add(version(each, isLatest(each), encode));
      }
    }
    ListObjectVersionsResponse.Builder answer =
        ListObjectVersionsResponse.builder()
            .name(request.bucket())
            .prefix(encode.apply(orEmpty(request.prefix())))
            .encodingType(request.encodingTypeAsString())
            .maxKeys(max)
            .versions(versions)
            .deleteMarkers(markers)
            .isTruncated(shown.size() < rest.size());
    if (shown.size() < rest.size()) {
      Stored last = shown.get(shown.size() - 1);
      answer.nextKeyMarker(encode.apply(last.key())).nextVersionIdMarker(last.versionId());
    }
    return answer.build();
  }

  private boolean isLatest(Stored version) {
    return store.versions(version.bucket(), version.key()).get(0).equals(version);
  }

  private static List<Stored> afterMarker(
      List<Stored> all, @Nullable String key, @Nullable String versionId) {
    if (key == null) {
      return all;
    }
    int index = 0;
    for (Stored each : all) {
      index++;
      boolean last = versionId == null || each.versionId().equals(versionId);
      if (each.key().compareTo(key) > 0) {
        return all.subList(index - 1, all.size());
      }
      if (versionId != null && each.key().equals(key) && last) {
        return all.subList(index, all.size());
      }
    }
    return List.of();
  }

  private static ObjectVersion version(Stored each, boolean latest, UnaryOperator<String> encode) {
    return ObjectVersion.builder()
        .key(encode.apply(each.key()))
        .versionId(each.versionId())
        .isLatest(latest)
        .lastModified(each.modified())
        .eTag(Objects.quoted(each.content().etag()))
        .size(each.content().size())
        .storageClass("STANDARD")
        .build();
  }

  private static DeleteMarkerEntry marker(
      Stored each, boolean latest, UnaryOperator<String> encode) {
    return DeleteMarkerEntry.builder()
        .key(encode.apply(each.key()))
        .versionId(each.versionId())
        .isLatest(latest)
        .lastModified(each.modified())
        .build();
  }
}
