package io.sallyport.deployment.pages;

import io.sallyport.authority.Moment;
import io.sallyport.authority.Person;
import io.sallyport.aws.ResourceName;
import io.sallyport.aws.serving.Bounds;
import io.sallyport.aws.serving.EndpointStatus;
import io.sallyport.aws.serving.Endpoints;
import io.sallyport.aws.serving.ScalingBounds;
import io.sallyport.deployment.EmergencyStops;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.VersionPanel;
import io.sallyport.rules.boundary.Submission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the version asks of its endpoint, and what is there. */
@Component
class EndpointPanel implements VersionPanel {

  private static final Logger log = LoggerFactory.getLogger(EndpointPanel.class);

  /**
   * The panel.
   *
   * @param stopPage where a person who may stop it does so; empty for others
   */
  record Content(
      String endpoint, String sentence, List<Setting> settings, String footer, String stopPage) {}

  /** A setting as it was asked for and as it is. */
  record Setting(String name, String asked, String live, boolean same) {}

  private final InService inService;
  private final EmergencyStops stops;
  private final Endpoints endpoints;
  private final ScalingBounds scaling;
  private final Clock clock;

  EndpointPanel(
      InService inService,
      EmergencyStops stops,
      Endpoints endpoints,
      ScalingBounds scaling,
      Clock clock) {
    this.inService = inService;
    this.stops = stops;
    this.endpoints = endpoints;
    this.scaling = scaling;
    this.clock = clock;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public String template() {
    return "deployment/endpoint";
  }

  @Override
  public Optional<Content> content(ModelVersion version, Person person) {
    Submission.Endpoint asked = version.submission().endpoint();
    Optional<ServicePeriod> period = inService.of(version.id());
    boolean mayStop =
        period.filter(open -> !open.suspended()).isPresent() && stops.mayStop(person, version);
    return Optional.of(
        new Content(
            asked.name(),
            sentence(version, period),
            settings(asked, period),
            period.isEmpty() ? "Nothing is live for this version." : "Read from AWS just now.",
            mayStop ? "/models/" + version.model() + "/" + version.number() + "/stop" : ""));
  }

  private String sentence(ModelVersion version, Optional<ServicePeriod> period) {
    String name = version.model() + " version " + version.number();
    if (period.isPresent()) {
      String until = Moment.of(period.get().expires(), clock.instant()).day();
      return period.get().suspended()
          ? name + " is stopped. Nobody is answered."
          : name + " answers until " + until + ".";
    }
    String endpoint = version.submission().endpoint().name();
    return inService.all().stream()
        .filter(open -> open.endpoint().equals(endpoint))
        .findFirst()
        .map(other -> name + " is not deployed. " + other.modelVersion() + " answers there.")
        .orElse(name + " is not deployed. Nothing answers there.");
  }

  private List<Setting> settings(Submission.Endpoint asked, Optional<ServicePeriod> period) {
    List<Setting> settings = new ArrayList<>();
    Optional<EndpointStatus> status = period.flatMap(open -> status(open.endpoint()));
    Optional<Bounds> bounds = period.flatMap(open -> bounds(open.endpoint()));
    String instances = asked.minimumInstances() + " to " + asked.maximumInstances();
    settings.add(
        setting(
            "Status",
            "in service",
            status.map(
                one -> one.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))));
    settings.add(
        setting(
            "Instances",
            instances,
            bounds.map(one -> one.instancesMin() + " to " + one.instancesMax())));
    settings.add(
        setting(
            "Principals",
            String.join(", ", asked.consumers()),
            period.map(open -> String.join(", ", open.consumers()))));
    return settings;
  }

  private static Setting setting(String name, String asked, Optional<String> live) {
    return new Setting(
        name, asked, live.orElse("none"), live.isEmpty() || live.get().equals(asked));
  }

  private Optional<EndpointStatus> status(String endpoint) {
    try {
      return endpoints.read(new ResourceName(endpoint));
    } catch (RuntimeException unanswered) {
      log.info("{} tells nothing now: {}", endpoint, unanswered.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Bounds> bounds(String endpoint) {
    try {
      return scaling.read(new ResourceName(endpoint));
    } catch (RuntimeException unanswered) {
      log.info("{} tells no bounds now: {}", endpoint, unanswered.getMessage());
      return Optional.empty();
    }
  }
}
