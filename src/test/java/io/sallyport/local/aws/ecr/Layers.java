package io.sallyport.local.aws.ecr;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Environment;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.OwnS3;
import io.sallyport.local.aws.iam.AccessKey;
import io.sallyport.local.aws.protocol.AwsError;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecr.model.CompleteLayerUploadRequest;
import software.amazon.awssdk.services.ecr.model.CompleteLayerUploadResponse;
import software.amazon.awssdk.services.ecr.model.GetDownloadUrlForLayerRequest;
import software.amazon.awssdk.services.ecr.model.GetDownloadUrlForLayerResponse;
import software.amazon.awssdk.services.ecr.model.InitiateLayerUploadRequest;
import software.amazon.awssdk.services.ecr.model.InitiateLayerUploadResponse;
import software.amazon.awssdk.services.ecr.model.UploadLayerPartRequest;
import software.amazon.awssdk.services.ecr.model.UploadLayerPartResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Blobs: uploaded in parts, downloaded by a signed address in S3, as ECR does it. The bucket is the
 * registry's own and is made when the first address is asked for.
 */
public final class Layers {

  private static final String BUCKET = "ecr-layers-" + Arn.ACCOUNT;
  private static final Duration SIGNED_FOR = Duration.ofMinutes(15);
  private static final long PART_BYTES = 10L << 20;

  private final Environment environment;
  private final Images images;
  private final S3Client s3;
  private final S3Presigner presigner;
  private final Map<String, ByteArrayOutputStream> uploads = new TreeMap<>();

  public Layers(Environment environment, Images images) {
    this.environment = environment;
    this.images = images;
    AccessKey root = environment.identities().root();
    AwsCredentials credentials = AwsBasicCredentials.create(root.id(), root.secret());
    this.s3 = OwnS3.client(environment.endpoint(), credentials);
    this.presigner =
        S3Presigner.builder()
            .region(Region.of(Arn.REGION))
            .endpointOverride(environment.endpoint())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(StaticCredentialsProvider.create(credentials))
            .build();
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("InitiateLayerUpload", InitiateLayerUploadRequest::builder, this::initiate)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("UploadLayerPart", UploadLayerPartRequest::builder, this::part)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("CompleteLayerUpload", CompleteLayerUploadRequest::builder, this::complete)
            .on(request -> Ecr.arn(request.repositoryName())),
        Operation.of("GetDownloadUrlForLayer", GetDownloadUrlForLayerRequest::builder, this::url)
            .on(request -> Ecr.arn(request.repositoryName())));
  }

  private synchronized InitiateLayerUploadResponse initiate(
      InitiateLayerUploadRequest request, Call call) {
    Ecr.mustExist(images, request.repositoryName());
    String id = environment.ids().uuid();
    uploads.put(id, new ByteArrayOutputStream());
    return InitiateLayerUploadResponse.builder().uploadId(id).partSize(PART_BYTES).build();
  }

  private synchronized UploadLayerPartResponse part(UploadLayerPartRequest request, Call call) {
    ByteArrayOutputStream upload = upload(request.uploadId());
    if (request.partFirstByte() != upload.size()) {
      throw AwsError.bad(
          "InvalidLayerPartException",
          "partFirstByte is " + request.partFirstByte() + "; the limit is " + upload.size());
    }
    upload.writeBytes(request.layerPartBlob().asByteArray());
    return UploadLayerPartResponse.builder()
        .registryId(Arn.ACCOUNT)
        .repositoryName(request.repositoryName())
        .uploadId(request.uploadId())
        .lastByteReceived((long) upload.size() - 1)
        .build();
  }

  private ByteArrayOutputStream upload(String id) {
    ByteArrayOutputStream upload = uploads.get(id);
    if (upload == null) {
      throw AwsError.bad("UploadNotFoundException", "The upload " + id + " could not be found");
    }
    return upload;
  }

  private synchronized CompleteLayerUploadResponse complete(
      CompleteLayerUploadRequest request, Call call) {
    byte[] content = upload(request.uploadId()).toByteArray();
    String digest = OciImage.digest(content);
    if (!request.layerDigests().contains(digest)) {
      throw AwsError.bad(
          "InvalidLayerException", "The digest is " + digest + ", not " + request.layerDigests());
    }
    images.blob(content);
    uploads.remove(request.uploadId());
    return CompleteLayerUploadResponse.builder()
        .registryId(Arn.ACCOUNT)
        .repositoryName(request.repositoryName())
        .uploadId(request.uploadId())
        .layerDigest(digest)
        .build();
  }

  private GetDownloadUrlForLayerResponse url(GetDownloadUrlForLayerRequest request, Call call) {
    Ecr.mustExist(images, request.repositoryName());
    String digest = request.layerDigest();
    byte[] content =
        images
            .blob(digest)
            .orElseThrow(
                () ->
                    AwsError.bad(
                        "LayersNotFoundException", "The layer " + digest + " could not be found"));
    keep(digest, content);
    return GetDownloadUrlForLayerResponse.builder()
        .layerDigest(digest)
        .downloadUrl(signed(digest))
        .build();
  }

  private void keep(String digest, byte[] content) {
    boolean known =
        s3.listBuckets().buckets().stream().anyMatch(bucket -> bucket.name().equals(BUCKET));
    if (!known) s3.createBucket(create -> create.bucket(BUCKET));
    s3.putObject(put -> put.bucket(BUCKET).key(digest), RequestBody.fromBytes(content));
  }

  private String signed(String digest) {
    return presigner
        .presignGetObject(
            sign ->
                sign.signatureDuration(SIGNED_FOR)
                    .getObjectRequest(get -> get.bucket(BUCKET).key(digest)))
        .url()
        .toString();
  }
}
