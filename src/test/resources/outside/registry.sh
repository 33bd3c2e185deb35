# AWS's command line lists and describes what the registry and the endpoint show.
# Arguments: model package group, model package, endpoint.
set -eu
aws sagemaker list-model-packages --model-package-group-name "$1" \
  --query 'ModelPackageSummaryList[].[ModelPackageArn,ModelApprovalStatus]'
aws sagemaker describe-model-package --model-package-name "$2" \
  --query 'InferenceSpecification.Containers[].ModelDataUrl'
aws sagemaker describe-endpoint --endpoint-name "$3" \
  --query '[EndpointStatus,ProductionVariants[0].CurrentInstanceCount]'
