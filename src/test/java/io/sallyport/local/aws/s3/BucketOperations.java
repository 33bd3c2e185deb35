package io.sallyport.local.aws.s3;

import io.sallyport.local.aws.Arn;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;

/** Where the operations on buckets live, and what they need. */
record BucketOperations(Buckets buckets, Listing listing) {

  List<Operation<?>> all() {
    return Stream.of(places(), settings(), policies(), lists())
        .<Operation<?>>flatMap(List::stream)
        .toList();
  }

  private List<Operation<?>> places() {
    return List.of(
        Operation.of("ListBuckets", ListBucketsRequest::builder, buckets::list)
            .at("GET /")
            .needs((r, call) -> List.of(new Permission("s3:ListAllMyBuckets", "*"))),
        Operation.of("CreateBucket", CreateBucketRequest::builder, buckets::create)
            .at("PUT /{Bucket}")
            .knowing("Bucket", "CreateBucketConfiguration", "ObjectLockEnabledForBucket")
            .on(r -> Arn.s3(r.bucket())),
        Operation.of("HeadBucket", HeadBucketRequest::builder, buckets::head)
            .at("HEAD /{Bucket}")
            .needs((r, call) -> List.of(new Permission("s3:ListBucket", Arn.s3(r.bucket())))),
        Operation.of("GetBucketLocation", GetBucketLocationRequest::builder, buckets::location)
            .at("GET /{Bucket}?location")
            .on(r -> Arn.s3(r.bucket())));
  }

  private List<Operation<?>> settings() {
    return List.of(
        Operation.of(
                "PutBucketVersioning", PutBucketVersioningRequest::builder, buckets::putVersioning)
            .at("PUT /{Bucket}?versioning")
            .on(r -> Arn.s3(r.bucket())),
        Operation.of(
                "GetBucketVersioning", GetBucketVersioningRequest::builder, buckets::versioning)
            .at("GET /{Bucket}?versioning")
            .on(r -> Arn.s3(r.bucket())),
        Operation.of(
                "PutBucketEncryption", PutBucketEncryptionRequest::builder, buckets::putEncryption)
            .at("PUT /{Bucket}?encryption")
            .needs((r, call) -> setting("s3:PutEncryptionConfiguration", r.bucket())),
        Operation.of(
                "GetBucketEncryption", GetBucketEncryptionRequest::builder, buckets::encryption)
            .at("GET /{Bucket}?encryption")
            .needs((r, call) -> setting("s3:GetEncryptionConfiguration", r.bucket())),
        Operation.of(
                "PutObjectLockConfiguration",
                PutObjectLockConfigurationRequest::builder,
                buckets::putLock)
            .at("PUT /{Bucket}?object-lock")
            .needs((r, call) -> setting("s3:PutBucketObjectLockConfiguration", r.bucket())),
        Operation.of(
                "GetObjectLockConfiguration",
                GetObjectLockConfigurationRequest::builder,
                buckets::lock)
            .at("GET /{Bucket}?object-lock")
            .needs((r, call) -> setting("s3:GetBucketObjectLockConfiguration", r.bucket())));
  }

  private List<Operation<?>> policies() {
    return List.of(
        Operation.of("PutBucketPolicy", PutBucketPolicyRequest::builder, buckets::putPolicy)
            .at("PUT /{Bucket}?policy")
            .on(r -> Arn.s3(r.bucket())),
        Operation.of("GetBucketPolicy", GetBucketPolicyRequest::builder, buckets::policy)
            .at("GET /{Bucket}?policy")
            .on(r -> Arn.s3(r.bucket())),
        Operation.of(
                "DeleteBucketPolicy", DeleteBucketPolicyRequest::builder, buckets::deletePolicy)
            .at("DELETE /{Bucket}?policy")
            .on(r -> Arn.s3(r.bucket())));
  }

  private List<Operation<?>> lists() {
    return List.of(
        Operation.of("ListObjectsV2", ListObjectsV2Request::builder, listing::list)
            .at("GET /{Bucket}?list-type=2")
            .knowing(
                "Bucket",
                "Prefix",
                "Delimiter",
                "ContinuationToken",
                "StartAfter",
                "MaxKeys",
                "EncodingType")
            .needs((r, call) -> Needs.toList("s3:ListBucket", r.bucket(), r.prefix())),
        Operation.of("ListObjectVersions", ListObjectVersionsRequest::builder, listing::versions)
            .at("GET /{Bucket}?versions")
            .knowing("Bucket", "Prefix", "KeyMarker", "VersionIdMarker", "MaxKeys", "EncodingType")
            .needs((r, call) -> Needs.toList("s3:ListBucketVersions", r.bucket(), r.prefix())));
  }

  private static List<Permission> setting(String action, String bucket) {
    return List.of(new Permission(action, Arn.s3(bucket)));
  }
}
