namespace BuyerPath.Sandbox;

/// <summary>
/// A clock that a test or a loader sets. It stands still once it was set; until then, and again after
/// <see cref="Follow"/>, it runs with the real clock at a distance. Thread-safe.
/// </summary>
public sealed class AdjustableClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset? _standing;
    private TimeSpan _offset = TimeSpan.Zero;

    /// <summary>A clock that runs with the real one.</summary>
    public AdjustableClock() { }

    /// <summary>A clock that stands at <paramref name="now"/>.</summary>
    public AdjustableClock(DateTimeOffset now) => _standing = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return (_standing ?? System.GetUtcNow() + _offset).ToUniversalTime();
    }

    /// <summary>Stops the clock at <paramref name="now"/>.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_lock) _standing = now;
    }

    /// <summary>Moves the clock by <paramref name="time"/>, whether it stands or runs.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock)
        {
            if (_standing is { } now) _standing = now + time;
            else _offset += time;
        }
    }

    /// <summary>Lets the clock run with the real one, ahead of it by <paramref name="offset"/>.</summary>
    public void Follow(TimeSpan offset = default)
    {
        lock (_lock) (_standing, _offset) = (null, offset);
    }

    /// <summary>Stops the clock at <paramref name="moment"/> until the result is disposed; then it goes on as before.</summary>
    public IDisposable StandAt(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var before = (_standing, _offset);
            _standing = moment;
            return new Stop(() => { lock (_lock) (_standing, _offset) = before; });
        }
    }

    private sealed class Stop(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
