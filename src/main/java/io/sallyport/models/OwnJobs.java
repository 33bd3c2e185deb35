package io.sallyport.models;

import io.sallyport.aws.ImageUri;
import io.sallyport.aws.Settings;
import io.sallyport.aws.jobs.JobInput;
import io.sallyport.aws.jobs.JobOutput;
import io.sallyport.aws.jobs.Machine;
import io.sallyport.aws.jobs.Placement;
import io.sallyport.aws.jobs.ProcessingJobDefinition;
import io.sallyport.aws.jobs.Vpc;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The product's own processing jobs ({@code process}, {@code evaluate}, {@code scan}): its own
 * image, under its own role, in the program's network. No submitted image or role ever splits data,
 * evaluates or scans.
 */
@Component
public class OwnJobs {

  private final OwnJobSettings own;
  private final Settings aws;

  OwnJobs(OwnJobSettings own, Settings aws) {
    this.own = own;
    this.aws = aws;
  }

  /** The job {@code program} of our image, for a model version. */
  public ProcessingJobDefinition definition(
      ModelVersion version, String program, List<JobInput> inputs, List<JobOutput> outputs) {
    return new ProcessingJobDefinition(
        new ImageUri(own.image()),
        List.of(program),
        Map.of(),
        inputs,
        outputs,
        aws.keys().data(),
        placement(version),
        Map.of("sallyport:model-version", version.id()));
  }

  /** Under the product's role, in the version's network. */
  public Placement placement(ModelVersion version) {
    return new Placement(aws.roles().jobs(), machine(), vpc(version), own.maximumRuntime());
  }

  /** The jobs image, by digest. */
  public String image() {
    return own.image();
  }

  public Machine machine() {
    return new Machine(own.instanceType(), 1, own.volumeGigabytes(), aws.keys().data());
  }

  /** The network that the version asked for, which its program may use. */
  public static Vpc vpc(ModelVersion version) {
    var network = version.submission().network();
    return new Vpc(network.subnets(), network.securityGroups());
  }

  /** Where the jobs of a version leave their files. */
  public String runPrefix(ModelVersion version, String job) {
    return "s3://"
        + aws.buckets().artifacts()
        + "/programs/"
        + version.program()
        + "/runs/"
        + version.id()
        + "/"
        + job
        + "/";
  }
}
