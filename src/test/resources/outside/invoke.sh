# AWS's command line asks an endpoint; the answer comes to stdout. Arguments: endpoint, file of rows.
set -eu
aws sagemaker-runtime invoke-endpoint --endpoint-name "$1" --body "fileb://$2" \
  --content-type text/csv answer.jsonl --query ContentType
cat answer.jsonl
