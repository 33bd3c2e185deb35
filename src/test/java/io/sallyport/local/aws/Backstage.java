package io.sallyport.local.aws;

import io.sallyport.local.aws.cloudwatch.CloudWatch;
import io.sallyport.local.aws.ec2.Ec2;
import io.sallyport.local.aws.ec2.Network;
import io.sallyport.local.aws.ecr.Ecr;
import io.sallyport.local.aws.ecr.Images;
import io.sallyport.local.aws.ecr.Layers;
import io.sallyport.local.aws.ecr.Scans;
import io.sallyport.local.aws.events.Events;
import io.sallyport.local.aws.runtime.DataCapture;
import io.sallyport.local.aws.runtime.SageMakerRuntime;
import io.sallyport.local.aws.sagemaker.RoleStore;
import io.sallyport.local.aws.sagemaker.SageMaker;
import io.sallyport.local.aws.sagemaker.Surroundings;
import io.sallyport.local.aws.scaling.Scaling;
import io.sallyport.local.aws.signer.Signer;
import io.sallyport.local.aws.sqs.Sqs;
import java.time.Duration;
import java.util.List;

/**
 * SageMaker and the services around it, and what a seed or a test does with them behind the wire:
 * register images and scans, put signing profiles and the network, disturb events.
 */
public final class Backstage {

  /** AWS waits 120 s between SIGTERM and SIGKILL; nobody waits that long on a laptop. */
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);

  private final Events events;
  private final Images images;
  private final Scans scans;
  private final Network network;
  private final Signer signer = new Signer();
  private final CloudWatch cloudWatch;
  private final SageMaker sageMaker;
  private final List<Service> services;

  Backstage(Environment environment) {
    Sqs sqs = new Sqs(environment);
    this.events =
        new Events(
            environment.clock(),
            () -> environment.ids().uuid(),
            (envelope, late) -> sqs.deliver(Events.QUEUE, envelope, late));
    this.images = new Images(environment);
    this.scans = new Scans(images, environment.clock());
    this.network = new Network(environment);
    this.cloudWatch = new CloudWatch(environment, events);
    RoleStore store = new RoleStore(environment);
    this.sageMaker =
        new SageMaker(new Surroundings(environment, events, images, store, STOP_GRACE));
    this.services =
        List.of(
            sageMaker,
            new SageMakerRuntime(sageMaker.live(), new DataCapture(environment, store)),
            new Ecr(images, scans, new Layers(environment, images)),
            signer,
            sqs,
            cloudWatch,
            new Scaling(environment),
            new Ec2(network));
  }

  List<Service> services() {
    return services;
  }

  SageMaker sageMaker() {
    return sageMaker;
  }

  /** Brings up the endpoints that were in service before a restart. */
  void resume() {
    sageMaker.resume();
  }

  public Images images() {
    return images;
  }

  public Scans scans() {
    return scans;
  }

  public Signer signer() {
    return signer;
  }

  public Network network() {
    return network;
  }

  public CloudWatch cloudWatch() {
    return cloudWatch;
  }

  public Events events() {
    return events;
  }
}
