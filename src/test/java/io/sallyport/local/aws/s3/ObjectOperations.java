package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Operation;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Where the operations on objects live, what they heed and what they need. */
record ObjectOperations(
    Objects objects,
    Reading reading,
    Multipart multipart,
    Completion completion,
    Retention retention) {

  private static final String OBJECT = " /{Bucket}/{Key+}";

  List<Operation<?>> all() {
    return Stream.of(writing(), fetching(), parts(), uploads(), keeping())
        .<Operation<?>>flatMap(List::stream)
        .toList();
  }

  private List<Operation<?>> writing() {
    return List.of(
        Operation.of("PutObject", PutObjectRequest::builder, objects::put)
            .at("PUT" + OBJECT)
            .knowing(
                "Bucket",
                "Key",
                "ContentLength",
                "ContentMD5",
                "ContentType",
                "CacheControl",
                "ContentDisposition",
                "ContentEncoding",
                "ChecksumAlgorithm",
                "ChecksumCRC32",
                "ChecksumCRC32C",
                "ChecksumCRC64NVME",
                "ChecksumSHA1",
                "ChecksumSHA256",
                "IfNoneMatch",
                "Metadata",
                "ServerSideEncryption",
                "SSEKMSKeyId",
                "Tagging",
                "ObjectLockMode",
                "ObjectLockRetainUntilDate")
            .needs((r, call) -> Needs.of(r)),
        Operation.of("CopyObject", CopyObjectRequest::builder, completion::copy)
            .at("PUT" + OBJECT + " #x-amz-copy-source")
            .knowing(
                "DestinationBucket",
                "CopySource",
                "DestinationKey",
                "MetadataDirective",
                "Metadata",
                "ServerSideEncryption",
                "SSEKMSKeyId")
            .needs((r, call) -> Needs.of(r)));
  }

  private List<Operation<?>> fetching() {
    return List.of(
        Operation.of("GetObject", GetObjectRequest::builder, reading::get)
            .at("GET" + OBJECT)
            .knowing("Bucket", "Key", "VersionId", "Range", "IfMatch", "ChecksumMode")
            .needs((r, call) -> Needs.toRead("Get", r.bucket(), r.key(), r.versionId())),
        Operation.of("HeadObject", HeadObjectRequest::builder, reading::head)
            .at("HEAD" + OBJECT)
            .knowing("Bucket", "Key", "VersionId", "IfMatch", "ChecksumMode")
            .needs((r, call) -> Needs.toRead("Get", r.bucket(), r.key(), r.versionId())),
        Operation.of("GetObjectTagging", GetObjectTaggingRequest::builder, reading::tags)
            .at("GET" + OBJECT + "?tagging")
            .needs((r, call) -> Needs.object("s3:GetObjectTagging", r.bucket(), r.key())),
        Operation.of("PutObjectTagging", PutObjectTaggingRequest::builder, reading::putTags)
            .at("PUT" + OBJECT + "?tagging")
            .needs((r, call) -> Needs.object("s3:PutObjectTagging", r.bucket(), r.key())));
  }

  private List<Operation<?>> parts() {
    return List.of(
        Operation.of("UploadPart", UploadPartRequest::builder, multipart::uploadPart)
            .at("PUT" + OBJECT + "?partNumber&uploadId")
            .knowing(
                "Bucket",
                "Key",
                "PartNumber",
                "UploadId",
                "ContentLength",
                "ContentMD5",
                "ChecksumAlgorithm",
                "ChecksumCRC32",
                "ChecksumCRC32C",
                "ChecksumCRC64NVME",
                "ChecksumSHA1",
                "ChecksumSHA256")
            .needs((r, call) -> Needs.ofPart(r.bucket(), r.key())),
        Operation.of("UploadPartCopy", UploadPartCopyRequest::builder, multipart::copyPart)
            .at("PUT" + OBJECT + "?partNumber&uploadId #x-amz-copy-source")
            .knowing(
                "DestinationBucket",
                "DestinationKey",
                "CopySource",
                "CopySourceRange",
                "PartNumber",
                "UploadId")
            .needs((r, call) -> Needs.of(r)),
        Operation.of("ListParts", ListPartsRequest::builder, multipart::list)
            .at("GET" + OBJECT + "?uploadId")
            .knowing("Bucket", "Key", "UploadId", "MaxParts")
            .needs((r, call) -> Needs.object("s3:ListMultipartUploadParts", r.bucket(), r.key())));
  }

  private List<Operation<?>> uploads() {
    return List.of(
        Operation.of(
                "CreateMultipartUpload", CreateMultipartUploadRequest::builder, multipart::create)
            .at("POST" + OBJECT + "?uploads")
            .knowing(
                "Bucket",
                "Key",
                "ContentType",
                "ChecksumAlgorithm",
                "ChecksumType",
                "Metadata",
                "ServerSideEncryption",
                "SSEKMSKeyId",
                "Tagging",
                "ObjectLockMode",
                "ObjectLockRetainUntilDate")
            .needs((r, call) -> Needs.of(r)),
        Operation.of(
                "CompleteMultipartUpload",
                CompleteMultipartUploadRequest::builder,
                completion::complete)
            .at("POST" + OBJECT + "?uploadId")
            .knowing("Bucket", "Key", "MultipartUpload", "UploadId", "ChecksumType", "IfNoneMatch")
            .needs((r, call) -> Needs.of(r)),
        Operation.of("AbortMultipartUpload", AbortMultipartUploadRequest::builder, multipart::abort)
            .at("DELETE" + OBJECT + "?uploadId")
            .needs((r, call) -> Needs.object("s3:AbortMultipartUpload", r.bucket(), r.key())));
  }

  private List<Operation<?>> keeping() {
    return List.of(
        Operation.of("DeleteObject", DeleteObjectRequest::builder, objects::delete)
            .at("DELETE" + OBJECT)
            .knowing("Bucket", "Key", "VersionId", "BypassGovernanceRetention")
            .needs((r, call) -> Needs.toRead("Delete", r.bucket(), r.key(), r.versionId())),
        Operation.of("GetObjectRetention", GetObjectRetentionRequest::builder, retention::get)
            .at("GET" + OBJECT + "?retention")
            .needs((r, call) -> Needs.object("s3:GetObjectRetention", r.bucket(), r.key())),
        Operation.of("PutObjectRetention", PutObjectRetentionRequest::builder, retention::put)
            .at("PUT" + OBJECT + "?retention")
            .needs((r, call) -> Needs.object("s3:PutObjectRetention", r.bucket(), r.key())));
  }
}
