from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.analysis.messages import AnalysisProgress, AnalysisRequest
from core.analysis.process import AnalysisProcess, ProcessLimits
from core.analysis.service import EngineError
from core.domain.stages import Stage
from core.domain.tags import Taxonomy
from core.errors import AnalysisCrashedError, CancelledError
from tests.core.analysis.engines import make_obedient_engine


def request(name: str, job_id: int = 1) -> AnalysisRequest:
    return AnalysisRequest(job_id, name, frozenset({Stage.PROBE, Stage.TAGS}), name, Taxonomy(()))


def never() -> bool:
    return False


def ignore(_: AnalysisProgress) -> None:
    return None


@pytest.fixture
def process() -> Iterator[AnalysisProcess]:
    process = AnalysisProcess(make_obedient_engine, ProcessLimits(stall_s=1.5, idle_s=0.2))
    yield process
    process.stop()


def test_a_result_and_its_progress_come_back(process: AnalysisProcess) -> None:
    told: list[AnalysisProgress] = []
    result = process.run(request("good.mp4"), told.append, never)
    assert result.done == {Stage.PROBE, Stage.TAGS}
    assert [p.stage for p in told] == [Stage.PROBE]


def test_one_process_serves_many_requests(process: AnalysisProcess) -> None:
    process.run(request("a.mp4"), ignore, never)
    first = process.pid
    process.run(request("b.mp4"), ignore, never)
    assert first == process.pid != os.getpid()


def test_a_decoder_that_dies_is_named_by_its_signal_and_the_next_file_works(process: AnalysisProcess) -> None:
    with pytest.raises(AnalysisCrashedError, match="SIGSEGV"):
        process.run(request("segfault.mp4"), ignore, never)
    assert process.run(request("good.mp4"), ignore, never).done


def test_a_process_killed_from_outside_between_jobs_is_replaced(process: AnalysisProcess) -> None:
    process.run(request("good.mp4"), ignore, never)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    time.sleep(0.2)
    assert process.run(request("good.mp4"), ignore, never).done


def test_a_hanging_file_is_ended(process: AnalysisProcess) -> None:
    with pytest.raises(AnalysisCrashedError, match="no sign of life"):
        process.run(request("hang.mp4"), ignore, never)
    assert process.pid is None


def test_cancelling_keeps_the_process_and_its_models(process: AnalysisProcess) -> None:
    process.run(request("good.mp4"), ignore, never)
    before = process.pid
    began = time.monotonic()
    with pytest.raises(CancelledError):
        process.run(request("slow.mp4"), ignore, lambda: time.monotonic() - began > 0.3)
    assert process.pid == before
    assert process.run(request("good.mp4"), ignore, never).done


def test_a_bug_is_told_with_its_traceback(process: AnalysisProcess) -> None:
    with pytest.raises(EngineError, match="ZeroDivisionError") as caught:
        process.run(request("bug.mp4"), ignore, never)
    assert "a bug of ours" in caught.value.details


def test_an_idle_process_gives_its_memory_back(process: AnalysisProcess) -> None:
    process.run(request("good.mp4"), ignore, never)
    process.unload_if_idle()
    assert process.pid is not None
    time.sleep(0.3)
    process.unload_if_idle()
    assert process.pid is None


def test_the_process_dies_with_a_killed_program(tmp_path: Path) -> None:
    program = (
        "import sys, threading, time\n"
        "from core.analysis.process import AnalysisProcess\n"
        "from tests.core.analysis.engines import make_obedient_engine\n"
        "from tests.core.analysis.test_process import ignore, never, request\n"
        "if __name__ == '__main__':\n"
        "    p = AnalysisProcess(make_obedient_engine)\n"
        "    p.run(request('good.mp4'), ignore, never)\n"
        "    print(p.pid, flush=True)\n"
        "    p.run(request('hang.mp4'), ignore, never)\n"
    )
    script = tmp_path / "program.py"
    script.write_text(program)
    env = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=env)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists() or "Z" in Path(f"/proc/{child}/stat").read_text().split()[2]


def test_a_result_is_never_taken_for_that_of_another_request(process: AnalysisProcess) -> None:
    def fail(_: AnalysisProgress) -> None:
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        process.run(request("slow.mp4", 1), fail, never)
    assert process.run(request("good.mp4", 2), ignore, never).job_id == 2


def test_a_stop_is_heard_while_the_process_still_starts(process: AnalysisProcess) -> None:
    with pytest.raises(CancelledError):
        process.run(request("good.mp4"), ignore, lambda: True)
    assert process.run(request("good.mp4"), ignore, never).done
