package io.sallyport.workflow.engine;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.task.TaskExecutor;

/** The engine's own executor, which tells {@link StepLocks} what it works at. */
class StepExecutor extends SpringJobExecutor {

  private final StepLocks locks;

  StepExecutor(TaskExecutor threads, StepLocks locks) {
    this.locks = locks;
    setTaskExecutor(threads);
    setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
  }

  /** Called when the jobs have just been locked: they may have to wait for a thread. */
  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
    return new Held(jobs, engine, locks);
  }

  /** Jobs of one case, one after the other, and those that follow from them. */
  private static final class Held extends ExecuteJobsRunnable {

    private final StepLocks locks;
    private final Instant lockedAt;

    Held(List<String> jobs, ProcessEngineImpl engine, StepLocks locks) {
      super(jobs, engine);
      this.locks = locks;
      this.lockedAt = locks.now();
    }

    @Override
    protected void executeJob(String job, CommandExecutor engine, JobFailureCollector failures) {
      if (!locks.hold(job, lockedAt)) return;
      try {
        super.executeJob(job, engine, failures);
      } finally {
        locks.letGo(job);
      }
    }
  }
}
