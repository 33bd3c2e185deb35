# AWS's command line uploads a data set, reads it back and lists its versions.
# Arguments: bucket, key, file, KMS key.
set -eu
aws s3api put-object --bucket "$1" --key "$2" --body "$3" \
  --server-side-encryption aws:kms --ssekms-key-id "$4" --query VersionId
aws s3 cp --quiet "s3://$1/$2" downloaded.csv
cmp "$3" downloaded.csv
aws s3api list-object-versions --bucket "$1" --prefix "$2" \
  --query 'Versions[?IsLatest].[Key,VersionId,Size]'
