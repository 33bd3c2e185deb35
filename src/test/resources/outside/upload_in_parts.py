"""boto3 uploads a file in parts and reads it back. Arguments: bucket, key, file, KMS key."""
import hashlib
import sys

import boto3
from boto3.s3.transfer import TransferConfig

bucket, key, file, kms_key = sys.argv[1:]
s3 = boto3.client("s3")
parts = TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20)
encrypted = {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": kms_key}
s3.upload_file(file, bucket, key, ExtraArgs=encrypted, Config=parts)
s3.download_file(bucket, key, "downloaded", Config=parts)
with open(file, "rb") as sent, open("downloaded", "rb") as received:
    assert hashlib.sha256(sent.read()).digest() == hashlib.sha256(received.read()).digest()
stored = s3.head_object(Bucket=bucket, Key=key)
print(stored["ETag"].strip('"').split("-")[1], "parts")
print(stored["ServerSideEncryption"], stored["SSEKMSKeyId"])
print(len(s3.list_object_versions(Bucket=bucket, Prefix=key)["Versions"]), "version")
