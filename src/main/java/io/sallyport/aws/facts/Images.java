package io.sallyport.aws.facts;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.SizeLimit;
import io.sallyport.rules.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageReferrer;
import software.amazon.awssdk.services.ecr.model.ListImageReferrersResponse;

/**
 * Live facts about container images (S02, S10; design, trust 6 and 7): manifests, and what refers
 * to them (signatures, scan reports). Digests are computed from the bytes read, not believed.
 */
@Component
public class Images {

  private static final String[] MANIFESTS = {
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
    "application/vnd.oci.image.index.v1+json"
  };

  private static final int REFERRERS_MAX = 100;
  private static final int CONFIGURATION_BYTES_MAX = 1 << 20;
  private static final int HTTP_OK = 200;

  private final EcrClient ecr;
  private final SdkHttpClient http;

  public Images(EcrClient ecr, SdkHttpClient http) {
    this.ecr = ecr;
    this.http = http;
  }

  /** The image's manifest; empty if the registry has none of this digest. */
  public Optional<RegistryManifest> manifest(ImageUri image) {
    return manifest(image.account(), image.repository(), image.digest());
  }

  /** What refers to the image: its signatures and reports. */
  public List<RegistryManifest> referrers(ImageUri image) {
    return referrers(image, image.digest());
  }

  /**
   * What refers to a manifest in the image's repository: the signature over a scan report, say. At
   * most {@value #REFERRERS_MAX}; with more, something is wrong and the answer is no.
   */
  public List<RegistryManifest> referrers(ImageUri image, String digest) {
    List<RegistryManifest> found = new ArrayList<>();
    String token = null;
    do {
      ListImageReferrersResponse page = page(image, digest, token);
      for (ImageReferrer referrer : page.referrers()) {
        manifest(image.account(), image.repository(), referrer.digest()).ifPresent(found::add);
      }
      if (found.size() > REFERRERS_MAX) {
        String limit = "at most " + REFERRERS_MAX;
        throw new Refused("aws/referrers-are-few", image, found.size() + " referrers", limit);
      }
      token = page.nextToken();
    } while (token != null);
    return found;
  }

  /** The blob's bytes, whose digest is checked. */
  public byte[] blob(ImageUri image, Blob blob, int sizeBytesMax) {
    String url =
        ecr.getDownloadUrlForLayer(
                get ->
                    get.registryId(image.account())
                        .repositoryName(image.repository())
                        .layerDigest(blob.digest()))
            .downloadUrl();
    byte[] bytes = download(blob, url, sizeBytesMax);
    String digest = ManifestText.digest(bytes);
    if (!digest.equals(blob.digest())) {
      throw new Refused("aws/blob-is-what-its-digest-says", image, digest, blob.digest());
    }
    return bytes;
  }

  /** The labels of the image's configuration: ancestry, builder. */
  public Map<String, String> labels(ImageUri image, RegistryManifest manifest) {
    byte[] configuration = blob(image, manifest.config(), CONFIGURATION_BYTES_MAX);
    return ManifestText.labels(image.repository(), configuration);
  }

  private Optional<RegistryManifest> manifest(String account, String repository, String digest) {
    List<Image> images =
        ecr.batchGetImage(
                get ->
                    get.registryId(account)
                        .repositoryName(repository)
                        .acceptedMediaTypes(MANIFESTS)
                        .imageIds(id -> id.imageDigest(digest)))
            .images();
    if (images.isEmpty()) return Optional.empty();
    RegistryManifest manifest = ManifestText.manifest(repository, images.get(0).imageManifest());
    if (!manifest.digest().equals(digest)) {
      throw new Refused("aws/blob-is-what-its-digest-says", repository, manifest.digest(), digest);
    }
    return Optional.of(manifest);
  }

  private ListImageReferrersResponse page(ImageUri image, String digest, @Nullable String token) {
    return ecr.listImageReferrers(
        list -> {
          list.registryId(image.account())
              .repositoryName(image.repository())
              .subjectId(id -> id.imageDigest(digest));
          if (token != null) list.nextToken(token);
        });
  }

  private byte[] download(Blob blob, String url, int sizeBytesMax) {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(URI.create(url)).build();
    try {
      HttpExecuteResponse response =
          http.prepareRequest(HttpExecuteRequest.builder().request(request).build()).call();
      if (response.httpResponse().statusCode() != HTTP_OK) {
        throw new IOException("status " + response.httpResponse().statusCode());
      }
      try (InputStream body = response.responseBody().orElseThrow()) {
        byte[] bytes = body.readNBytes(sizeBytesMax + 1);
        if (bytes.length <= sizeBytesMax) return bytes;
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("downloading " + blob.digest(), broken);
    }
    throw SizeLimit.larger(blob.digest(), sizeBytesMax);
  }
}
