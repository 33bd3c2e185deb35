package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListProcessingJobsResponse;
import software.amazon.awssdk.services.sagemaker.model.NetworkConfig;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.StopProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.StopProcessingJobResponse;

/**
 * Processing jobs. While a job runs its ExitMessage is its last {@code progress: x} line and the
 * end of its log; after that what the container left in {@code output/message}, or, when it left
 * nothing and failed, the end of its log.
 */
final class ProcessingJobs {

  static final int EXIT_MESSAGE_LENGTH_MAX = 1024;

  private final Surroundings around;
  private final Tags tags;
  private final JobPool pool;
  private final JobShelf<DescribeProcessingJobResponse> jobs;

  ProcessingJobs(Surroundings around, Tags tags, JobPool pool) {
    this.around = around;
    this.tags = tags;
    this.pool = pool;
    this.jobs =
        new JobShelf<>(
            around
                .journal()
                .table("sagemaker-processing-jobs", DescribeProcessingJobResponse::builder),
            new JobShelf.Kind<>(
                DescribeProcessingJobResponse::processingJobName,
                DescribeProcessingJobResponse::processingJobStatusAsString,
                DescribeProcessingJobResponse::creationTime));
    jobs.underWay().forEach(this::lost);
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateProcessingJob", CreateProcessingJobRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeProcessingJob", DescribeProcessingJobRequest::builder, this::describe)
            .on(request -> Names.arn("processing-job", request.processingJobName())),
        Operation.of("StopProcessingJob", StopProcessingJobRequest::builder, this::stop)
            .on(request -> Names.arn("processing-job", request.processingJobName())),
        Operation.of("ListProcessingJobs", ListProcessingJobsRequest::builder, this::list));
  }

  private static List<Permission> creating(CreateProcessingJobRequest request) {
    Members.required(
        request, "ProcessingJobName", "ProcessingResources", "AppSpecification", "RoleArn");
    Conditions conditions =
        new Conditions()
            .with("VolumeKmsKey", request.processingResources().clusterConfig().volumeKmsKeyId());
    if (request.processingOutputConfig() != null) {
      conditions.with("OutputKmsKey", request.processingOutputConfig().kmsKeyId());
    }
    NetworkConfig network = request.networkConfig();
    if (network != null) {
      conditions
          .vpc(network.vpcConfig())
          .with("NetworkIsolation", network.enableNetworkIsolation())
          .with("InterContainerTrafficEncryption", network.enableInterContainerTrafficEncryption());
    }
    List<Permission> needed =
        Names.create(
            "CreateProcessingJob",
            Names.arn("processing-job", request.processingJobName()),
            request.hasTags(),
            conditions.tags(request.tags()).all());
    needed.add(Permission.passRole(request.roleArn(), Names.PRINCIPAL));
    return needed;
  }

  private synchronized CreateProcessingJobResponse create(
      CreateProcessingJobRequest request, Call call) {
    ProcessingWork.check(request);
    String name = request.processingJobName();
    String arn = Names.arn("processing-job", name);
    jobs.requireNew(name, arn);
    around.images().folder(request.appSpecification().imageUri());
    DescribeProcessingJobResponse job =
        Members.echo(request, DescribeProcessingJobResponse.builder())
            .processingJobArn(arn)
            .processingJobStatus(ProcessingJobStatus.IN_PROGRESS)
            .creationTime(around.now())
            .lastModifiedTime(around.now())
            .build();
    jobs.put(job);
    tags.put(arn, request.tags());
    publish(job);
    pool.submit(arn, run -> new ProcessingWork(around, this, job, run).run());
    return CreateProcessingJobResponse.builder().processingJobArn(arn).build();
  }

  private DescribeProcessingJobResponse describe(DescribeProcessingJobRequest request, Call call) {
    DescribeProcessingJobResponse job = jobs.find(request.processingJobName());
    if (!jobs.isUnderWay(job)) return job;
    String log =
        pool.run(job.processingJobArn())
            .map(run -> run.logTail(EXIT_MESSAGE_LENGTH_MAX))
            .orElse("");
    return log.isEmpty() ? job : job.toBuilder().exitMessage(log).build();
  }

  private synchronized StopProcessingJobResponse stop(StopProcessingJobRequest request, Call call) {
    DescribeProcessingJobResponse job = jobs.find(request.processingJobName());
    if (!jobs.isUnderWay(job)) {
      throw Names.cannotStop("processing job", job.processingJobStatusAsString());
    }
    publish(
        change(
            job.processingJobName(),
            stopping -> stopping.processingJobStatus(ProcessingJobStatus.STOPPING)));
    pool.stop(job.processingJobArn());
    return StopProcessingJobResponse.builder().build();
  }

  private ListProcessingJobsResponse list(ListProcessingJobsRequest request, Call call) {
    Listed.Page<DescribeProcessingJobResponse> page = jobs.list(request);
    return ListProcessingJobsResponse.builder()
        .processingJobSummaries(
            page.items().stream()
                .map(job -> Members.echo(job, ProcessingJobSummary.builder()).build())
                .toList())
        .nextToken(page.next())
        .build();
  }

  private void lost(DescribeProcessingJobResponse job) {
    end(
        job.processingJobName(),
        ProcessingJobStatus.FAILED,
        Optional.of(Names.INTERNAL),
        Optional.empty());
  }

  DescribeProcessingJobResponse change(
      String name, UnaryOperator<DescribeProcessingJobResponse.Builder> how) {
    return jobs.change(
        name, job -> how.apply(job.toBuilder().lastModifiedTime(around.now())).build());
  }

  void publish(DescribeProcessingJobResponse job) {
    around
        .events()
        .sageMaker(
            "Processing Job",
            job.processingJobArn(),
            EventDetails.upperCase(
                EventDetails.of(SdkJson.epochMillis(), job, tags.of(job.processingJobArn()))));
  }

  void end(
      String name,
      ProcessingJobStatus status,
      Optional<String> reason,
      Optional<String> exitMessage) {
    publish(
        change(
            name,
            job -> {
              reason.ifPresent(job::failureReason);
              exitMessage.ifPresent(job::exitMessage);
              return job.processingJobStatus(status).processingEndTime(around.now());
            }));
  }
}
