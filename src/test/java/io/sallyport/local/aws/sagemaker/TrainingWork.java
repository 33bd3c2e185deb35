package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.protocol.AwsError;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.Channel;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.S3DataSource;
import software.amazon.awssdk.services.sagemaker.model.S3DataType;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;

/** One training job on its way: download, train, upload. */
final class TrainingWork {

  private final Surroundings around;
  private final TrainingJobs jobs;
  private final DescribeTrainingJobResponse job;
  private final JobRun run;
  private final Transfer transfer;
  private final String name;

  TrainingWork(
      Surroundings around, TrainingJobs jobs, DescribeTrainingJobResponse job, JobRun run) {
    this.around = around;
    this.jobs = jobs;
    this.job = job;
    this.run = run;
    this.transfer = new Transfer(around.store(), job.roleArn());
    this.name = job.trainingJobName();
  }

  /** Refuses by name what this emulator does not do. */
  static void check(CreateTrainingJobRequest request) {
    Members.only(
        request,
        "TrainingJobName",
        "HyperParameters",
        "AlgorithmSpecification",
        "RoleArn",
        "InputDataConfig",
        "OutputDataConfig",
        "ResourceConfig",
        "VpcConfig",
        "StoppingCondition",
        "Tags",
        "EnableNetworkIsolation",
        "EnableInterContainerTrafficEncryption",
        "Environment");
    Names.checked("trainingJobName", request.trainingJobName());
    Members.only(
        request.algorithmSpecification(),
        "TrainingImage",
        "TrainingInputMode",
        "ContainerArguments");
    Members.required(request.algorithmSpecification(), "TrainingImage", "TrainingInputMode");
    onlyFile(request.algorithmSpecification().trainingInputMode());
    Members.only(request.outputDataConfig(), "KmsKeyId", "S3OutputPath");
    Members.only(request.stoppingCondition(), "MaxRuntimeInSeconds");
    Instances.one(request.resourceConfig().instanceCount());
    request.inputDataConfig().forEach(TrainingWork::checkChannel);
  }

  private static void checkChannel(Channel channel) {
    Members.only(
        channel,
        "ChannelName",
        "DataSource",
        "ContentType",
        "CompressionType",
        "RecordWrapperType",
        "InputMode");
    onlyFile(channel.inputMode());
    S3DataSource source = channel.dataSource().s3DataSource();
    Members.only(source, "S3DataType", "S3Uri", "S3DataDistributionType");
    if (source.s3DataType() != S3DataType.S3_PREFIX) {
      throw AwsError.validation("S3DataType " + source.s3DataTypeAsString() + " is not known here");
    }
  }

  private static void onlyFile(TrainingInputMode mode) {
    if (mode != null && mode != TrainingInputMode.FILE) {
      throw AwsError.validation("TrainingInputMode " + mode + " is not known here");
    }
  }

  void run() {
    try (MlRoot root = MlRoot.create()) {
      work(root);
    } catch (JobFailure failure) {
      jobs.end(name, SecondaryStatus.FAILED, Optional.of(failure.reason()));
    } catch (InterruptedException stopped) {
      if (!run.isKilled()) jobs.end(name, SecondaryStatus.STOPPED, Optional.empty());
    } catch (RuntimeException | IOException broken) {
      String reason = Names.INTERNAL + " (" + broken + ")";
      jobs.end(name, SecondaryStatus.FAILED, Optional.of(reason));
    }
  }

  private void work(MlRoot root) throws JobFailure, InterruptedException, IOException {
    jobs.change(name, changed -> changed.trainingStartTime(around.now()));
    jobs.secondary(name, SecondaryStatus.DOWNLOADING, "Downloading input data");
    configure(root);
    for (Channel channel : job.inputDataConfig()) {
      String place = "/opt/ml/input/data/" + channel.channelName();
      transfer.download(channel.dataSource().s3DataSource().s3Uri(), root.at(place));
    }
    jobs.secondary(name, SecondaryStatus.TRAINING, "Training in progress");
    JobRun.Exit exit = train(root);
    if (run.isKilled()) return;
    if (exit.end() == JobRun.End.EXITED && exit.code() != 0) {
      String said = root.message("output/failure").orElse("");
      throw new JobFailure("AlgorithmError: " + said + ", exit code: " + exit.code());
    }
    upload(root);
    jobs.end(name, last(exit), Optional.empty());
  }

  private static SecondaryStatus last(JobRun.Exit exit) {
    return switch (exit.end()) {
      case EXITED -> SecondaryStatus.COMPLETED;
      case STOPPED -> SecondaryStatus.STOPPED;
      case OUT_OF_TIME -> SecondaryStatus.MAX_RUNTIME_EXCEEDED;
    };
  }

  private JobRun.Exit train(MlRoot root) throws InterruptedException {
    ContainerImage image =
        ContainerImage.read(around.images().folder(job.algorithmSpecification().trainingImage()));
    Map<String, String> asked = new LinkedHashMap<>(job.environment());
    asked.put("TRAINING_JOB_NAME", name);
    asked.put("TRAINING_JOB_ARN", job.trainingJobArn());
    List<String> arguments =
        job.algorithmSpecification().hasContainerArguments()
            ? job.algorithmSpecification().containerArguments()
            : List.of("train");
    return run.run(
        image.with(arguments),
        root.environment(image, asked),
        root.folder(),
        Duration.ofSeconds(job.stoppingCondition().maxRuntimeInSeconds()));
  }

  private void configure(MlRoot root) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    job.hyperParameters().forEach(parameters::put);
    root.json("input/config/hyperparameters.json", parameters);
    ObjectNode channels = JsonNodeFactory.instance.objectNode();
    for (Channel channel : job.inputDataConfig()) {
      S3DataSource source = channel.dataSource().s3DataSource();
      channels
          .putObject(channel.channelName())
          .put("ContentType", channel.contentType())
          .put("TrainingInputMode", "File")
          .put("S3DistributionType", source.s3DataDistributionTypeAsString())
          .put("RecordWrapperType", channel.recordWrapperTypeAsString());
    }
    root.json("input/config/inputdataconfig.json", channels);
    root.json("input/config/resourceconfig.json", Instances.resourceConfig());
  }

  /** A model is uploaded after a stop too, as SageMaker does. */
  private void upload(MlRoot root) throws JobFailure, IOException {
    S3Uri place = S3Uri.of(job.outputDataConfig().s3OutputPath()).under(name).under("output");
    S3Uri model = place.under("model.tar.gz");
    Optional<String> key = Optional.ofNullable(job.outputDataConfig().kmsKeyId());
    jobs.secondary(name, SecondaryStatus.UPLOADING, "Uploading generated training model");
    transfer.upload(Tarball.pack(root.at("/opt/ml/model")), model, key);
    jobs.change(
        name, changed -> changed.modelArtifacts(made -> made.s3ModelArtifacts(model.toString())));
    if (!Tarball.regularFiles(root.at("/opt/ml/output/data")).isEmpty()) {
      transfer.upload(
          Tarball.pack(root.at("/opt/ml/output/data")), place.under("output.tar.gz"), key);
    }
  }
}
