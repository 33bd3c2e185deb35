package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Operation;
import io.sallyport.local.aws.Service;
import io.sallyport.local.aws.protocol.AwsJson;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import java.util.List;
import java.util.stream.Stream;

/** Amazon SageMaker: jobs, models, model packages, endpoints. */
public final class SageMaker implements Service {

  private final Protocol protocol = AwsJson.version11();
  private final Turnstile turnstile = new Turnstile();
  private final JobPool pool;
  private final Models models;
  private final Endpoints endpoints;
  private final List<Operation<?>> operations;

  public SageMaker(Surroundings around) {
    this.pool = new JobPool(around.stopGrace(), turnstile);
    Tags tags = new Tags(around.journal());
    this.models = new Models(around, tags);
    EndpointConfigs configs = new EndpointConfigs(around, tags, models);
    ModelPackageGroups groups = new ModelPackageGroups(around, tags);
    this.endpoints = new Endpoints(around, tags, configs, models, turnstile);
    this.operations =
        Stream.of(
                new ProcessingJobs(around, tags, pool).operations(),
                new TrainingJobs(around, tags, pool).operations(),
                new TransformJobs(around, tags, pool, models).operations(),
                models.operations(),
                groups.operations(),
                new ModelPackages(around, tags, groups).operations(),
                configs.operations(),
                endpoints.operations(),
                tags.operations())
            .<Operation<?>>flatMap(List::stream)
            .toList();
  }

  @Override
  public String name() {
    return "sagemaker";
  }

  /** The runtime signs as SageMaker does, but has paths. */
  @Override
  public boolean accepts(Request request) {
    return request.header("x-amz-target").isPresent();
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public List<Operation<?>> operations() {
    return operations;
  }

  /** Brings up the endpoints of before a restart; the images must be registered by now. */
  public void resume() {
    endpoints.resume();
  }

  /** What the runtime needs to answer for an endpoint. */
  public LiveEndpoints live() {
    return new LiveEndpoints(endpoints, models);
  }

  /** From now on no container starts or stops; what is asked for waits. */
  public void hold() {
    turnstile.hold();
  }

  /** What waited starts or stops. */
  public void letGo() {
    turnstile.open();
  }

  /** Jobs have ended, endpoints answer or are gone, nothing waits. */
  public boolean isQuiet() {
    return turnstile.isQuiet();
  }

  /** What waits now; run it to have that wait again, and nothing else. */
  public Runnable moment() {
    return turnstile.moment();
  }

  @Override
  public void close() {
    pool.close();
    endpoints.fleets().close();
  }
}
