package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Call;
import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsRequest;
import software.amazon.awssdk.services.sagemaker.model.ListTrainingJobsResponse;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.StopTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.StopTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/**
 * Training jobs. While a job trains, the StatusMessage of its last SecondaryStatusTransition is its
 * last {@code progress: x} line and the end of its log; that message stays when it has ended.
 */
final class TrainingJobs {

  private static final int STATUS_MESSAGE_LENGTH_MAX = 2048;

  private final Surroundings around;
  private final Tags tags;
  private final JobPool pool;
  private final JobShelf<DescribeTrainingJobResponse> jobs;

  TrainingJobs(Surroundings around, Tags tags, JobPool pool) {
    this.around = around;
    this.tags = tags;
    this.pool = pool;
    this.jobs =
        new JobShelf<>(
            around.journal().table("sagemaker-training-jobs", DescribeTrainingJobResponse::builder),
            new JobShelf.Kind<>(
                DescribeTrainingJobResponse::trainingJobName,
                DescribeTrainingJobResponse::trainingJobStatusAsString,
                DescribeTrainingJobResponse::creationTime));
    jobs.underWay().forEach(this::lost);
  }

  List<Operation<?>> operations() {
    return List.of(
        Operation.of("CreateTrainingJob", CreateTrainingJobRequest::builder, this::create)
            .needs((request, call) -> creating(request)),
        Operation.of("DescribeTrainingJob", DescribeTrainingJobRequest::builder, this::describe)
            .on(request -> Names.arn("training-job", request.trainingJobName())),
        Operation.of("StopTrainingJob", StopTrainingJobRequest::builder, this::stop)
            .on(request -> Names.arn("training-job", request.trainingJobName())),
        Operation.of("ListTrainingJobs", ListTrainingJobsRequest::builder, this::list));
  }

  private static List<Permission> creating(CreateTrainingJobRequest request) {
    Members.required(
        request,
        "TrainingJobName",
        "AlgorithmSpecification",
        "RoleArn",
        "OutputDataConfig",
        "ResourceConfig",
        "StoppingCondition");
    Conditions conditions =
        new Conditions()
            .vpc(request.vpcConfig())
            .with("NetworkIsolation", request.enableNetworkIsolation())
            .with(
                "InterContainerTrafficEncryption", request.enableInterContainerTrafficEncryption())
            .with("VolumeKmsKey", request.resourceConfig().volumeKmsKeyId())
            .with("OutputKmsKey", request.outputDataConfig().kmsKeyId());
    List<Permission> needed =
        Names.create(
            "CreateTrainingJob",
            Names.arn("training-job", request.trainingJobName()),
            request.hasTags(),
            conditions.tags(request.tags()).all());
    needed.add(Permission.passRole(request.roleArn(), Names.PRINCIPAL));
    return needed;
  }

  private synchronized CreateTrainingJobResponse create(
      CreateTrainingJobRequest request, Call call) {
    TrainingWork.check(request);
    String name = request.trainingJobName();
    String arn = Names.arn("training-job", name);
    jobs.requireNew(name, arn);
    around.images().folder(request.algorithmSpecification().trainingImage());
    DescribeTrainingJobResponse job =
        Members.echo(request, DescribeTrainingJobResponse.builder())
            .trainingJobArn(arn)
            .trainingJobStatus(TrainingJobStatus.IN_PROGRESS)
            .creationTime(around.now())
            .build();
    jobs.put(job);
    tags.put(arn, request.tags());
    secondary(name, SecondaryStatus.STARTING, "Preparing the instances for training");
    pool.submit(arn, run -> new TrainingWork(around, this, job, run).run());
    return CreateTrainingJobResponse.builder().trainingJobArn(arn).build();
  }

  private DescribeTrainingJobResponse describe(DescribeTrainingJobRequest request, Call call) {
    return live(jobs.find(request.trainingJobName()));
  }

  /** With the log as it stands, while the job trains. */
  private DescribeTrainingJobResponse live(DescribeTrainingJobResponse job) {
    if (job.secondaryStatus() != SecondaryStatus.TRAINING) return job;
    return pool.run(job.trainingJobArn())
        .map(run -> withMessage(job, run.logTail(STATUS_MESSAGE_LENGTH_MAX)))
        .orElse(job);
  }

  private static DescribeTrainingJobResponse withMessage(
      DescribeTrainingJobResponse job, String message) {
    if (message.isEmpty()) return job;
    List<SecondaryStatusTransition> all = new ArrayList<>(job.secondaryStatusTransitions());
    all.set(all.size() - 1, all.get(all.size() - 1).toBuilder().statusMessage(message).build());
    return job.toBuilder().secondaryStatusTransitions(all).build();
  }

  private synchronized StopTrainingJobResponse stop(StopTrainingJobRequest request, Call call) {
    DescribeTrainingJobResponse job = jobs.find(request.trainingJobName());
    if (!jobs.isUnderWay(job))
      throw Names.cannotStop("training job", job.trainingJobStatusAsString());
    change(
        job.trainingJobName(), stopping -> stopping.trainingJobStatus(TrainingJobStatus.STOPPING));
    secondary(job.trainingJobName(), SecondaryStatus.STOPPING, "Stopping the training job");
    pool.stop(job.trainingJobArn());
    return StopTrainingJobResponse.builder().build();
  }

  private ListTrainingJobsResponse list(ListTrainingJobsRequest request, Call call) {
    Listed.Page<DescribeTrainingJobResponse> page = jobs.list(request);
    return ListTrainingJobsResponse.builder()
        .trainingJobSummaries(
            page.items().stream()
                .map(job -> Members.echo(job, TrainingJobSummary.builder()).build())
                .toList())
        .nextToken(page.next())
        .build();
  }

  private void lost(DescribeTrainingJobResponse job) {
    end(job.trainingJobName(), SecondaryStatus.FAILED, Optional.of(Names.INTERNAL));
  }

  /** Begins the next phase; the one before ends now, with what the log says kept in it. */
  void secondary(String name, SecondaryStatus status, String message) {
    DescribeTrainingJobResponse before = live(jobs.find(name));
    List<SecondaryStatusTransition> all = new ArrayList<>(before.secondaryStatusTransitions());
    if (!all.isEmpty()) {
      SecondaryStatusTransition last = all.remove(all.size() - 1);
      all.add(last.toBuilder().endTime(around.now()).build());
    }
    all.add(
        SecondaryStatusTransition.builder()
            .status(status)
            .startTime(around.now())
            .statusMessage(message)
            .build());
    DescribeTrainingJobResponse changed =
        change(name, job -> job.secondaryStatus(status).secondaryStatusTransitions(all));
    around
        .events()
        .sageMaker(
            "Training Job",
            changed.trainingJobArn(),
            EventDetails.of(SdkJson.epochMillisText(), changed, tags.of(changed.trainingJobArn())));
  }

  DescribeTrainingJobResponse change(
      String name, UnaryOperator<DescribeTrainingJobResponse.Builder> how) {
    return jobs.change(
        name, job -> how.apply(job.toBuilder().lastModifiedTime(around.now())).build());
  }

  /** The last phase; the job's status follows from it. */
  void end(String name, SecondaryStatus last, Optional<String> reason) {
    Map<SecondaryStatus, TrainingJobStatus> statuses =
        Map.of(
            SecondaryStatus.COMPLETED, TrainingJobStatus.COMPLETED,
            SecondaryStatus.FAILED, TrainingJobStatus.FAILED,
            SecondaryStatus.STOPPED, TrainingJobStatus.STOPPED,
            SecondaryStatus.MAX_RUNTIME_EXCEEDED, TrainingJobStatus.STOPPED);
    DescribeTrainingJobResponse before = live(jobs.find(name)); // keeps the log's last lines
    change(
        name,
        job -> {
          job.trainingJobStatus(statuses.get(last)).trainingEndTime(around.now());
          reason.ifPresent(job::failureReason);
          return job.secondaryStatusTransitions(before.secondaryStatusTransitions());
        });
    secondary(
        name, last, reason.orElse("Training job " + last.toString().toLowerCase(Locale.ROOT)));
  }
}
