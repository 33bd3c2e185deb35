package io.sallyport.deployment;

import io.sallyport.deployment.period.ServicePeriods;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which version answers where (for pages, and for monitoring). */
@Component
public class InService {

  private final ServicePeriods periods;

  InService(ServicePeriods periods) {
    this.periods = periods;
  }

  /** The open period of a version, suspended or not. */
  public Optional<ServicePeriod> of(String modelVersion) {
    return periods.of(modelVersion);
  }

  /** All open periods, by endpoint. */
  public List<ServicePeriod> all() {
    return periods.open();
  }
}
