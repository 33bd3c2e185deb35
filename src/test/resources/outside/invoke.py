"""boto3 asks an endpoint and prints a label for each row. Arguments: endpoint, file of rows."""
import json
import sys

import boto3

endpoint, file = sys.argv[1:]
with open(file, "rb") as rows:
    answer = boto3.client("sagemaker-runtime").invoke_endpoint(
        EndpointName=endpoint, ContentType="text/csv", Body=rows.read()
    )
for line in answer["Body"].read().decode().splitlines():
    print(json.loads(line)["label"])
