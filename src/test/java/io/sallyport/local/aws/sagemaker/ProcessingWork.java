package io.sallyport.local.aws.sagemaker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.JsonShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.AppSpecification;
import software.amazon.awssdk.services.sagemaker.model.CreateProcessingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeProcessingJobResponse;
import software.amazon.awssdk.services.sagemaker.model.ProcessingInput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.ProcessingOutput;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3DataType;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3InputMode;
import software.amazon.awssdk.services.sagemaker.model.ProcessingS3UploadMode;

/** One processing job on its way: download, run, upload. */
final class ProcessingWork {

  /** AWS's own limit when the request names none is one day. */
  private static final Duration RUNTIME_MAX = Duration.ofDays(1);

  private final Surroundings around;
  private final ProcessingJobs jobs;
  private final DescribeProcessingJobResponse job;
  private final JobRun run;
  private final Transfer transfer;
  private final String name;

  ProcessingWork(
      Surroundings around, ProcessingJobs jobs, DescribeProcessingJobResponse job, JobRun run) {
    this.around = around;
    this.jobs = jobs;
    this.job = job;
    this.run = run;
    this.transfer = new Transfer(around.store(), job.roleArn());
    this.name = job.processingJobName();
  }

  /** Refuses by name what this emulator does not do. */
  static void check(CreateProcessingJobRequest request) {
    Members.only(
        request,
        "ProcessingInputs",
        "ProcessingOutputConfig",
        "ProcessingJobName",
        "ProcessingResources",
        "StoppingCondition",
        "AppSpecification",
        "Environment",
        "NetworkConfig",
        "RoleArn",
        "Tags");
    Names.checked("processingJobName", request.processingJobName());
    Members.required(request.appSpecification(), "ImageUri");
    Instances.one(request.processingResources().clusterConfig().instanceCount());
    request.processingInputs().forEach(ProcessingWork::checkInput);
    if (request.processingOutputConfig() != null) {
      request.processingOutputConfig().outputs().forEach(ProcessingWork::checkOutput);
    }
  }

  private static void checkInput(ProcessingInput input) {
    Members.only(input, "InputName", "S3Input");
    Members.required(input, "InputName", "S3Input");
    Members.required(input.s3Input(), "S3Uri", "LocalPath", "S3DataType");
    boolean prefix = input.s3Input().s3DataType() == ProcessingS3DataType.S3_PREFIX;
    boolean pipe = input.s3Input().s3InputMode() == ProcessingS3InputMode.PIPE;
    if (!prefix || pipe) {
      throw AwsError.validation(
          "S3DataType ManifestFile and S3InputMode Pipe are not known here: " + input.inputName());
    }
  }

  private static void checkOutput(ProcessingOutput output) {
    Members.only(output, "OutputName", "S3Output");
    Members.required(output, "OutputName", "S3Output");
    Members.required(output.s3Output(), "S3Uri", "LocalPath", "S3UploadMode");
    if (output.s3Output().s3UploadMode() != ProcessingS3UploadMode.END_OF_JOB) {
      throw AwsError.validation(
          "S3UploadMode Continuous is not known here: " + output.outputName());
    }
  }

  void run() {
    try (MlRoot root = MlRoot.create()) {
      work(root);
    } catch (JobFailure failure) {
      fail(failure.reason(), Optional.empty());
    } catch (InterruptedException stopped) {
      if (!run.isKilled()) stopped(Optional.empty());
    } catch (RuntimeException broken) {
      fail(Names.INTERNAL + " (" + broken + ")", Optional.empty());
    }
  }

  private void work(MlRoot root) throws JobFailure, InterruptedException {
    jobs.publish(jobs.change(name, changed -> changed.processingStartTime(around.now())));
    configure(root);
    for (ProcessingInput input : job.processingInputs()) {
      transfer.download(input.s3Input().s3Uri(), root.at(input.s3Input().localPath()));
    }
    for (ProcessingOutput output : outputs()) root.at(output.s3Output().localPath());
    JobRun.Exit exit = process(root);
    if (run.isKilled()) return;
    Optional<String> message = root.message("output/message");
    String log = run.logTail(ProcessingJobs.EXIT_MESSAGE_LENGTH_MAX);
    if (exit.end() != JobRun.End.EXITED) {
      stopped(message);
    } else if (exit.code() != 0) {
      String reason = "AlgorithmError: See job logs for more information, exit code: ";
      fail(reason + exit.code(), message.or(() -> Optional.of(log)));
    } else {
      upload(root);
      jobs.end(name, ProcessingJobStatus.COMPLETED, Optional.empty(), message);
    }
  }

  private void fail(String reason, Optional<String> message) {
    jobs.end(name, ProcessingJobStatus.FAILED, Optional.of(reason), message);
  }

  private void stopped(Optional<String> message) {
    jobs.end(name, ProcessingJobStatus.STOPPED, Optional.empty(), message);
  }

  private void configure(MlRoot root) {
    ObjectNode request = JsonShape.write(job);
    request.remove(
        List.of("ProcessingJobStatus", "CreationTime", "LastModifiedTime", "ProcessingStartTime"));
    root.json("config/processingjobconfig.json", request);
    root.json("config/resourceconfig.json", Instances.resourceConfig());
  }

  private JobRun.Exit process(MlRoot root) throws InterruptedException {
    AppSpecification app = job.appSpecification();
    ContainerImage image = ContainerImage.read(around.images().folder(app.imageUri()));
    List<String> arguments = new ArrayList<>(app.containerEntrypoint());
    arguments.addAll(app.containerArguments());
    Map<String, String> asked = new LinkedHashMap<>(job.environment());
    return run.run(
        image.with(arguments), root.environment(image, asked), root.folder(), runtimeMax());
  }

  private Duration runtimeMax() {
    return job.stoppingCondition() == null
        ? RUNTIME_MAX
        : Duration.ofSeconds(job.stoppingCondition().maxRuntimeInSeconds());
  }

  private List<ProcessingOutput> outputs() {
    return job.processingOutputConfig() == null
        ? List.of()
        : job.processingOutputConfig().outputs();
  }

  private void upload(MlRoot root) throws JobFailure {
    for (ProcessingOutput output : outputs()) {
      transfer.uploadFolder(
          root.at(output.s3Output().localPath()),
          output.s3Output().s3Uri(),
          Optional.ofNullable(job.processingOutputConfig().kmsKeyId()));
    }
  }
}
