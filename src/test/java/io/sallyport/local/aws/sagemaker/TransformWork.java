package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.protocol.AwsError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sagemaker.model.AssemblyType;
import software.amazon.awssdk.services.sagemaker.model.BatchStrategy;
import software.amazon.awssdk.services.sagemaker.model.CreateTransformJobRequest;
import software.amazon.awssdk.services.sagemaker.model.DescribeTransformJobResponse;
import software.amazon.awssdk.services.sagemaker.model.SplitType;
import software.amazon.awssdk.services.sagemaker.model.TransformInput;
import software.amazon.awssdk.services.sagemaker.model.TransformJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TransformOutput;

/** One transform job on its way: serve, post each input in parts, write {@code <input>.out}. */
final class TransformWork {

  private static final Duration PING_TIME_MAX = Duration.ofSeconds(60);
  private static final int PAYLOAD_MB_DEFAULT = 6;

  private final Surroundings around;
  private final TransformJobs jobs;
  private final Models models;
  private final DescribeTransformJobResponse job;
  private final String name;

  TransformWork(
      Surroundings around, TransformJobs jobs, Models models, DescribeTransformJobResponse job) {
    this.around = around;
    this.jobs = jobs;
    this.models = models;
    this.job = job;
    this.name = job.transformJobName();
  }

  /** Refuses by name what this emulator does not do. */
  static void check(CreateTransformJobRequest request) {
    Members.only(
        request,
        "TransformJobName",
        "ModelName",
        "MaxConcurrentTransforms",
        "ModelClientConfig",
        "MaxPayloadInMB",
        "BatchStrategy",
        "Environment",
        "TransformInput",
        "TransformOutput",
        "TransformResources",
        "Tags");
    Names.checked("transformJobName", request.transformJobName());
    Members.only(request.transformInput(), "DataSource", "ContentType", "SplitType");
    Members.only(request.transformOutput(), "S3OutputPath", "Accept", "AssembleWith", "KmsKeyId");
    Instances.one(request.transformResources().instanceCount());
    SplitType split = request.transformInput().splitType();
    if (split != null && split != SplitType.NONE && split != SplitType.LINE) {
      throw AwsError.validation("SplitType " + split + " is not known here");
    }
  }

  void run(JobRun run, Transfer transfer) {
    try {
      jobs.publish(jobs.change(name, changed -> changed.transformStartTime(around.now())));
      try (ServeContainer container = models.start(job.modelName(), environment())) {
        run.serving(container);
        transform(container, transfer);
      }
      if (run.isKilled()) return;
      end(run.stopping() ? TransformJobStatus.STOPPED : TransformJobStatus.COMPLETED);
    } catch (JobFailure failure) {
      failed(run, failure.reason());
    } catch (InterruptedException stopped) {
      if (!run.isKilled()) end(TransformJobStatus.STOPPED);
    } catch (RuntimeException | IOException broken) {
      failed(run, Names.INTERNAL + " (" + broken + ")");
    }
  }

  /** What fails because the job was stopped is a stop. */
  private void failed(JobRun run, String reason) {
    if (run.isKilled()) return;
    if (run.stopping()) {
      end(TransformJobStatus.STOPPED);
    } else {
      jobs.end(name, TransformJobStatus.FAILED, Optional.of(reason));
    }
  }

  private void end(TransformJobStatus status) {
    jobs.end(name, status, Optional.empty());
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("SAGEMAKER_BATCH", "true");
    environment.put("SAGEMAKER_MAX_PAYLOAD_IN_MB", Integer.toString(payloadMb()));
    environment.put("SAGEMAKER_BATCH_STRATEGY", isSingle() ? "SINGLE_RECORD" : "MULTI_RECORD");
    environment.putAll(job.environment());
    return environment;
  }

  private int payloadMb() {
    return job.maxPayloadInMB() == null ? PAYLOAD_MB_DEFAULT : job.maxPayloadInMB();
  }

  private boolean isSingle() {
    return job.batchStrategy() == BatchStrategy.SINGLE_RECORD;
  }

  private void transform(ServeContainer container, Transfer transfer)
      throws JobFailure, InterruptedException, IOException {
    TransformInput input = job.transformInput();
    String uri = input.dataSource().s3DataSource().s3Uri();
    List<String> keys = transfer.keys(uri);
    if (!container.isReadyWithin(PING_TIME_MAX)) {
      throw new JobFailure(
          "AlgorithmError: the container did not answer /ping: " + container.logTail());
    }
    S3Uri prefix = S3Uri.of(uri);
    for (String key : keys) {
      byte[] content = transfer.read(new S3Uri(prefix.bucket(), key).toString());
      byte[] answers = answers(container, parts(content), key);
      S3Uri out = S3Uri.of(job.transformOutput().s3OutputPath());
      transfer.upload(
          answers,
          out.under(prefix.relative(key) + ".out"),
          Optional.ofNullable(job.transformOutput().kmsKeyId()));
    }
  }

  /** One bad part: no output for that input, and the job fails. */
  private byte[] answers(ServeContainer container, List<byte[]> parts, String key)
      throws JobFailure, InterruptedException, IOException {
    TransformOutput output = job.transformOutput();
    Map<String, String> headers = new LinkedHashMap<>();
    if (job.transformInput().contentType() != null) {
      headers.put("Content-Type", job.transformInput().contentType());
    }
    if (output.accept() != null) headers.put("Accept", output.accept());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      ServeContainer.Answer answer = container.invoke(part, headers);
      if (answer.status() != 200) {
        String said = answer.body().asUtf8String();
        throw new JobFailure(
            "AlgorithmError: See job logs for more information: %s: %d %s"
                .formatted(key, answer.status(), said));
      }
      byte[] body = answer.body().asByteArray();
      all.write(body);
      if (output.assembleWith() == AssemblyType.LINE && !endsLine(body)) all.write('\n');
    }
    return all.toByteArray();
  }

  private static boolean endsLine(byte[] text) {
    return text.length > 0 && text[text.length - 1] == '\n';
  }

  /** Whole lines, as many as fit into a request. */
  private List<byte[]> parts(byte[] content) throws JobFailure {
    int max = payloadMb() << 20;
    if (job.transformInput().splitType() != SplitType.LINE) return List.of(content);
    List<byte[]> parts = new ArrayList<>();
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    for (byte[] line : Lines.of(content)) {
      if (line.length > max)
        throw new JobFailure("ClientError: a record is over " + max + " bytes");
      if (part.size() > 0 && (isSingle() || part.size() + line.length > max)) {
        parts.add(part.toByteArray());
        part.reset();
      }
      part.writeBytes(line);
    }
    if (part.size() > 0) parts.add(part.toByteArray());
    return parts;
  }
}
