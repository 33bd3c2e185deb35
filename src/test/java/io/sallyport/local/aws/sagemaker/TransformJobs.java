package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sagemaker.model.CreateTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTransformJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTransformJobsResponse;
import software.amazon.awssdk.services.sagemaker.model.StopTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.StopTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TransformJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TransformJobSummary;

/** Batch transform jobs. */
final class TransformJobs {

  private final Surroundings around;
  private final Tags tags;
  private final JobPool pool;
  private final Models models;
  private final JobShelf<DescribeTransformJobResponse> jobs;

  TransformJobs(Surroundings around, Tags tags, JobPool pool, Models models) {
    this.around = around;
    this.tags = tags;
    this.pool = pool;
    this.models = models;
    this.jobs =
        new JobShelf<>(
            around
                .journal()
                .table("sagemaker-transform-jobs", DescribeTransformJobResponse::builder),
            new JobShelf.Kind<>(
                DescribeTransformJobResponse::transformJobName,
                DescribeTransformJobResponse::transformJobStatusAsString,
                DescribeTransformJobResponse::creationTime));
    jobs.underWay()
        .forEach(
            job ->
                end(
                    job.transformJobName(),
                    TransformJobStatus.FAILED,
                    Optional.of(Names.INTERNAL)));
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateTransformJob", CreateTransformJobRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeTransformJob", DescribeTransformJobRequest::builder, this::describe)
            .on(request -> arn(request.transformJobName())),
        Operation.of("StopTransformJob", StopTransformJobRequest::builder, this::stop)
            .on(request -> arn(request.transformJobName())),
        Operation.of("ListTransformJobs", ListTransformJobsRequest::builder, this::list));
  }

  private static String arn(String name) {
    return Names.arn("transform-job", name);
  }

  private static List<Permission> creating(CreateTransformJobRequest request) {
    Members.required(
        request,
        "TransformJobName",
        "ModelName",
        "TransformInput",
        "TransformOutput",
        "TransformResources");
    Conditions conditions =
        new Conditions()
            .with("ModelArn", Names.arn("model", request.modelName()))
            .with("VolumeKmsKey", request.transformResources().volumeKmsKeyId())
            .with("OutputKmsKey", request.transformOutput().kmsKeyId())
            .tags(request.tags());
    return Names.create(
        "CreateTransformJob", arn(request.transformJobName()), request.hasTags(), conditions.all());
  }

  private synchronized CreateTransformJobResponse create(
      CreateTransformJobRequest request, Call call) {
    TransformWork.check(request);
    String name = request.transformJobName();
    jobs.requireNew(name, arn(name));
    String roleArn = models.find(request.modelName()).executionRoleArn();
    DescribeTransformJobResponse job =
        Members.echo(request, DescribeTransformJobResponse.builder())
            .transformJobArn(arn(name))
            .transformJobStatus(TransformJobStatus.IN_PROGRESS)
            .creationTime(around.now())
            .build();
    jobs.put(job);
    tags.put(arn(name), request.tags());
    publish(job);
    pool.submit(
        arn(name),
        run ->
            new TransformWork(around, this, models, job)
                .run(run, new Transfer(around.store(), roleArn)));
    return CreateTransformJobResponse.builder().transformJobArn(arn(name)).build();
  }

  private DescribeTransformJobResponse describe(DescribeTransformJobRequest request, Call call) {
    return jobs.find(request.transformJobName());
  }

  private synchronized StopTransformJobResponse stop(StopTransformJobRequest request, Call call) {
    DescribeTransformJobResponse job = jobs.find(request.transformJobName());
    if (!jobs.isUnderWay(job)) {
      throw Names.cannotStop("transform job", job.transformJobStatusAsString());
    }
    publish(
        change(
            job.transformJobName(),
            stopping -> stopping.transformJobStatus(TransformJobStatus.STOPPING)));
    pool.stop(job.transformJobArn());
    return StopTransformJobResponse.builder().build();
  }

  private ListTransformJobsResponse list(ListTransformJobsRequest request, Call call) {
    Listed.Page<DescribeTransformJobResponse> page = jobs.list(request);
    return ListTransformJobsResponse.builder()
        .transformJobSummaries(
            page.items().stream()
                .map(job -> Members.echo(job, TransformJobSummary.builder()).build())
                .toList())
        .nextToken(page.next())
        .build();
  }

  DescribeTransformJobResponse change(
      String name, UnaryOperator<DescribeTransformJobResponse.Builder> how) {
    return jobs.change(name, job -> how.apply(job.toBuilder()).build());
  }

  void publish(DescribeTransformJobResponse job) {
    around
        .events()
        .sageMaker(
            "Transform Job",
            job.transformJobArn(),
            EventDetails.of(SdkJson.iso(), job, tags.of(job.transformJobArn())));
  }

  void end(String name, TransformJobStatus status, Optional<String> reason) {
    publish(
        change(
            name,
            job -> {
              reason.ifPresent(job::failureReason);
              return job.transformJobStatus(status).transformEndTime(around.now());
            }));
  }
}
